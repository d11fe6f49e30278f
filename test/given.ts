import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { NewEvent } from '#api/domain/event.ts';
import type { SeatRole } from '#api/domain/actor.ts';
import type { Kernel } from '#api/kernel/kernel.ts';
import { createLogger } from '#api/kernel/logger.ts';
import { drillFold } from '#api/drills/fold.ts';
import { createRuntime } from '#api/runtime.ts';
import type { Runtime } from '#api/runtime.ts';
import { createClient } from './client.ts';
import type { Client } from './client.ts';
import { testClock } from './clock.ts';
import type { TestClock } from './clock.ts';
import type { Dialect, Place } from './dialects.ts';
import { accountId, seatOf } from './people.ts';
import type { Login } from './people.ts';
import { openSessionOf, record, seedPeople } from './seed.ts';

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
  /** The person accepts the Nội quy and signs the pledge, as whoever plays must before acting. */
  accept(drillId: string, login: Login): Promise<void>;
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
    seat: (drillId, login, role, teamId = null, captain = false) =>
      app.given(`drill:${drillId}`, [seatOf(login, role, teamId, captain)]),
    async accept(drillId, login) {
      const stream = `drill:${drillId}`;
      const id = accountId(login);
      const { rulesHash } = (await app.kernel.folds.read(drillFold, stream)).state.plan;
      await app.given(stream, [
        { type: 'team.rules_accepted', subject: id, payload: { accountId: id, rulesHash } },
        { type: 'team.pledge_signed', subject: id, payload: { accountId: id } },
      ]);
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
  if (!untouched) await seedPeople(app.kernel);
  return app;
}

async function signIn(app: App, userId: string): Promise<Client> {
  const client = app.visitor();
  client.cookies.set('__Host-tt_session', await openSessionOf(app.kernel, userId, client.address));
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
