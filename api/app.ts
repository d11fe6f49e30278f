import { Hono } from 'hono';
import { operations } from './contract/index.ts';
import type { OperationShape } from './contract/operation.ts';
import { statusOf } from './http/answer.ts';
import type { Identify } from './http/context.ts';
import { incomingOf } from './http/incoming.ts';
import type { Proxy } from './http/incoming.ts';
import { liveHandler } from './http/live.ts';
import { problemResponse } from './http/problem.ts';
import { assertOwnSite } from './http/same-origin.ts';
import { mountRoutes } from './http/routes.ts';
import type { Env, Surface } from './http/routes.ts';
import { liveOpen } from './contract/system.ts';
import { refuse } from './domain/refusal.ts';
import type { Kernel } from './kernel/kernel.ts';
import type { Live } from './live/live.ts';

export interface AppParts {
  identify: Identify;
  surface: Surface;
  live: Live;
  /** Streamed uploads speak their own protocol below this path; they authorise themselves through operations. */
  upload: { path: string; handle: (request: Request, address: string) => Promise<Response> };
  proxy: Proxy;
}

/** The whole API as one `Request -> Response`. Throws when an operation lacks a handler or a handler its operation. */
export function createApp(kernel: Kernel, { identify, surface, live, upload, proxy }: AppParts): Hono<Env> {
  assertComplete(
    operations,
    [...surface.commands, ...surface.queries].map(({ operation }) => operation).concat(liveOpen),
  );
  const app = new Hono<Env>().basePath('/api');
  app.use(async (c, next) => {
    c.set('incoming', incomingOf(c, proxy));
    assertOwnSite(c.req.raw);
    await next();
    kernel.metrics.count('requests_total', { status: statusOf(c) });
  });
  app.onError((error, c) => problemResponse(error, c.get('incoming'), kernel.logger));
  app.notFound((c) => problemResponse(refuse('not_found'), c.get('incoming') ?? nobody, kernel.logger));
  mountRoutes(app, kernel, identify, surface);
  app.get(liveOpen.path, liveHandler(live, identify));
  app.all(`${upload.path}/*`, (c) => upload.handle(c.req.raw, c.get('incoming').address));
  app.all(upload.path, (c) => upload.handle(c.req.raw, c.get('incoming').address));
  return app;
}

/** Outside `/api` no request is looked at. */
const nobody = { requestId: '', address: '' };

/** Default deny at start-up: nothing is served that no operation declares, and no declared operation is missing. */
export function assertComplete(declared: readonly OperationShape[], handled: readonly OperationShape[]): void {
  const names = (list: readonly OperationShape[]) => list.map(({ name }) => name);
  const missing = declared.filter((operation) => !handled.includes(operation));
  const undeclared = handled.filter((operation) => !declared.includes(operation));
  const twice = names(handled).filter((name, i, all) => all.indexOf(name) !== i);
  const addresses = declared.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`);
  const clashes = addresses.filter((address, i) => addresses.indexOf(address) !== i);
  const faults = { missing: names(missing), undeclared: names(undeclared), twice, clashes };
  if (Object.values(faults).some((list) => list.length > 0))
    throw new Error(`Operations and handlers differ: ${JSON.stringify(faults)}`);
}
