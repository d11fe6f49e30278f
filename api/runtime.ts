import { mkdir } from 'node:fs/promises';
import type { Hono } from 'hono';
import { openDatabase } from '#db/open.ts';
import type { Database } from '#db/database.ts';
import { areas, liveSources } from './areas.ts';
import { createApp } from './app.ts';
import { createIdentify } from './auth/identity.ts';
import { findKioskDrill } from './board/kiosk.ts';
import { uploadPath } from './contract/evidence.ts';
import type { createUploadHandler } from './evidence/upload.ts';
import type { Env } from './http/routes.ts';
import { Folds } from './kernel/folds.ts';
import { Hub } from './kernel/hub.ts';
import { enqueue, JobRunner } from './kernel/jobs.ts';
import type { Clock, Kernel } from './kernel/kernel.ts';
import { createLogger } from './kernel/logger.ts';
import type { Logger } from './kernel/logger.ts';
import { Metrics } from './kernel/metrics.ts';
import { Live } from './live/live.ts';

export interface RuntimeOptions {
  /** `postgres://…`, a SQLite path, or a database already open. */
  database: string | Database;
  evidenceDir: string;
  clock?: Clock;
  mode?: Kernel['mode'];
  logger?: Logger;
  addressHeader?: string | null;
  protocolHeader?: string | null;
  metricsToken?: string | null;
  /** ms between looks for due jobs; 0 = only when asked. */
  jobsEvery?: number;
}

export interface Runtime {
  kernel: Kernel;
  app: Hono<Env>;
  jobs: JobRunner;
  live: Live;
  close(): Promise<void>;
}

/** Jobs that run for ever, one of each in the whole installation. */
const standing = ['checkpoint.all', 'idempotency.clean', 'evidence.sweep'];

/** Opens and migrates the database and puts the product together. Development, production and tests all start here. */
export async function createRuntime(options: RuntimeOptions): Promise<Runtime> {
  const db = typeof options.database === 'string' ? await openDatabase(options.database) : options.database;
  await mkdir(options.evidenceDir, { recursive: true });
  await db.migrate();
  const kernel = createKernel(db, options);
  db.onCommit((stream) => kernel.hub.poke(stream));
  db.onRollback(() => kernel.folds.forgetWrites());

  const jobs = new JobRunner(kernel, Object.assign({}, ...areas.map((area) => area.jobs)));
  const now = kernel.clock.now();
  await db.transact((trx) =>
    enqueue(
      trx,
      now,
      standing.map((kind) => ({ kind, payload: null, uniqueKey: kind })),
    ),
  );
  if (options.jobsEvery !== 0) jobs.start(options.jobsEvery ?? 1_000);

  const live = new Live(kernel, liveSources);
  kernel.metrics.gauge('live_listeners', () => live.listeners);
  const identify = createIdentify(kernel, (code) => findKioskDrill(kernel, code));
  const surface = { commands: areas.flatMap((area) => area.commands), queries: areas.flatMap((area) => area.queries) };
  // The tus server is read with the first upload, not with the start.
  let uploads: ReturnType<typeof createUploadHandler> | undefined;
  const handle = async (request: Request, address: string) =>
    (uploads ??= (await import('./evidence/upload.ts')).createUploadHandler(kernel, identify))(request, address);
  const upload = { path: uploadPath, handle };
  const { addressHeader = null, protocolHeader = null } = options;
  const proxy = { addressHeader, configured: addressHeader !== null || protocolHeader !== null };
  const app = createApp(kernel, { identify, surface, live, upload, proxy });
  return {
    kernel,
    app,
    jobs,
    live,
    async close() {
      live.close();
      await jobs.stop();
      await db.close();
    },
  };
}

function createKernel(db: Database, options: RuntimeOptions): Kernel {
  const clock = options.clock ?? { now: () => Date.now() };
  return {
    db,
    clock,
    hub: new Hub(),
    folds: new Folds(db.read),
    projectors: areas.map((area) => area.projector),
    logger: options.logger ?? createLogger(() => clock.now()),
    metrics: new Metrics(),
    evidenceDir: options.evidenceDir,
    metricsToken: options.metricsToken ?? null,
    mode: options.mode ?? 'real',
  };
}
