import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { hashPassword } from '#api/auth/password.ts';
import { startSession } from '#api/auth/session.ts';
import type { NewEvent } from '#api/domain/event.ts';
import type { SeatRole } from '#api/domain/actor.ts';
import { secret } from '#api/kernel/ids.ts';
import { project } from '#api/kernel/kernel.ts';
import type { Kernel } from '#api/kernel/kernel.ts';
import { append, lockHead } from '#api/kernel/log.ts';
import { createLogger } from '#api/kernel/logger.ts';
import { createRuntime } from '#api/runtime.ts';
import type { Runtime } from '#api/runtime.ts';
import { createClient } from './client.ts';
import type { Client } from './client.ts';
import { testClock } from './clock.ts';
import type { TestClock } from './clock.ts';
import type { Dialect, Place } from './dialects.ts';
import { accountId, eventsOf, password, people, unitEvents } from './people.ts';
import type { Login } from './people.ts';

export { eachDialect, dialects, sqlite, postgres } from './dialects.ts';
export type { Dialect } from './dialects.ts';
export type { Client } from './client.ts';
export { accountId, password, people, units } from './people.ts';

export interface App {
  readonly dialect: Dialect;
  readonly place: Place;
  readonly clock: TestClock;
  readonly kernel: Kernel;
  readonly app: Runtime['app'];
  readonly jobs: Runtime['jobs'];
  readonly live: Runtime['live'];
  /** Lines of the server's log. */
  readonly log: Record<string, unknown>[];
  /** A browser signed in as one of the people, the same one at every call; the first call is when it proved who it is. */
  as(login: Login): Promise<Client>;
  /** A browser that nobody has signed in with. */
  visitor(address?: string): Client;
  /** Puts facts into the log and their rows beside it, without asking the rules. */
  given(stream: string, events: readonly NewEvent[], actor?: string): Promise<void>;
  /** Gives a person a seat in a drill. */
  seat(drillId: string, login: Login, role: SeatRole, teamId?: string | null, captain?: boolean): Promise<void>;
  /** Stops the server and starts it again over the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface Given {
  clock?: TestClock;
  mode?: Kernel['mode'];
  /** Nobody has set the system up yet. */
  untouched?: boolean;
}

/** The whole product over an empty database with one account for every role; closed by itself when the test ends. */
export async function givenApp(
  dialect: Dialect,
  { clock = testClock(), mode = 'real', untouched = false }: Given = {},
): Promise<App> {
  const place = await dialect.create();
  const evidenceDir = await mkdtemp(join(tmpdir(), 'thao-truong-evidence-'));
  const log: Record<string, unknown>[] = [];
  const logger = createLogger(
    () => clock.now(),
    (line) => void log.push(JSON.parse(line) as Record<string, unknown>),
  );
  const boot = async () =>
    createRuntime({ database: await place.open(), evidenceDir, clock, mode, logger, jobsEvery: 0 });
  const browsers = new Map<string, Promise<Client>>();
  let runtime = await boot();
  let closing: Promise<void> | undefined;

  const app: App = {
    dialect,
    place,
    clock,
    log,
    get kernel() {
      return runtime.kernel;
    },
    get app() {
      return runtime.app;
    },
    get jobs() {
      return runtime.jobs;
    },
    get live() {
      return runtime.live;
    },
    visitor: (address) => createClient((request, from) => runtime.app.fetch(request, from), address),
    as(login) {
      const browser = browsers.get(login) ?? signIn(app, accountId(login));
      browsers.set(login, browser);
      return browser;
    },
    given: (stream, events, actor = 'system') => record(runtime.kernel, stream, events, actor),
    seat: (drillId, login, role, teamId = null, captain = false) => {
      const name = people.find((person) => person.login === login)?.name ?? login;
      const payload = { accountId: accountId(login), name, role, teamId, captain };
      return app.given(`drill:${drillId}`, [{ type: 'drill.seat_given', subject: accountId(login), payload }]);
    },
    async restart() {
      await runtime.close();
      runtime = await boot();
    },
    close() {
      closing ??= (async () => {
        await runtime.close();
        await place.remove();
        await rm(evidenceDir, { recursive: true, force: true });
      })();
      return closing;
    },
  };
  closeAfterTest(app);
  if (!untouched) await seed(app);
  return app;
}

/** Facts go the way of every change: log first, then the rows that follow from it. */
async function record(kernel: Kernel, stream: string, events: readonly NewEvent[], actor: string): Promise<void> {
  await kernel.db.transact(async (trx) => {
    const head = await lockHead(trx, stream, kernel.db.dialect);
    for (const event of await append(trx, head, actor, kernel.clock.now(), events))
      await project(kernel.projectors, trx, event);
  });
  kernel.hub.poke(stream);
}

let verifier: Promise<string> | undefined;

async function seed(app: App): Promise<void> {
  await app.given('registry', unitEvents());
  await app.given('system', eventsOf(people));
  const shared = await (verifier ??= hashPassword(password));
  const rows = people.map(({ login }) => ({
    user_id: accountId(login),
    verifier: shared,
    must_change: 0,
    changed_at: app.clock.now(),
  }));
  await app.kernel.db.transact((trx) => trx.insertInto('credential').values(rows).execute());
}

async function signIn(app: App, userId: string): Promise<Client> {
  const client = app.visitor();
  const session = { secret: secret(25), userId, address: client.address, agent: 'test' };
  await app.kernel.db.transact((trx) => startSession(trx, app.clock.now(), session));
  client.cookies.set('__Host-tt_session', session.secret);
  return client;
}

/** Within a test or a `beforeEach`; elsewhere (`beforeAll`) the suite closes it. */
function closeAfterTest(app: App): void {
  try {
    onTestFinished(() => app.close());
  } catch {
    // No test is running.
  }
}
