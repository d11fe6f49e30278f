import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { operation } from '#api/contract/operation.ts';
import { anonymous } from '#api/domain/actor.ts';
import type { LoggedEvent, NewEvent } from '#api/domain/event.ts';
import { Refusal, refuse } from '#api/domain/refusal.ts';
import { command } from '#api/kernel/command.ts';
import type { AnyCommand, Args } from '#api/kernel/command.ts';
import { execute } from '#api/kernel/execute.ts';
import type { Answer } from '#api/kernel/execute.ts';
import { Folds } from '#api/kernel/folds.ts';
import type { Fold } from '#api/kernel/folds.ts';
import { Hub } from '#api/kernel/hub.ts';
import { uuidv7 } from '#api/kernel/ids.ts';
import type { Kernel, Projector } from '#api/kernel/kernel.ts';
import { eventsAbout } from '#api/kernel/log.ts';
import { silent } from '#api/kernel/logger.ts';
import { Metrics } from '#api/kernel/metrics.ts';
import type { Database } from '#db/database.ts';
import { testClock } from '#test/clock.ts';
import type { TestClock } from '#test/clock.ts';

/** The kernel alone, over an open database, with no area of the product. */
export function kernelOver(
  db: Database,
  clock: TestClock = testClock(),
  projectors: readonly Projector[] = [],
): Kernel {
  return {
    db,
    clock,
    projectors,
    hub: new Hub(),
    folds: new Folds(db.read),
    logger: silent,
    metrics: new Metrics(),
    evidenceDir: '',
    mode: 'real',
  };
}

export const note = (text: string, subject: string | null = null): NewEvent => ({
  type: 'drill.announced',
  subject,
  payload: { text, audience: 'everyone', mustRead: false },
});

const noteWrite = operation({
  name: 'note.write',
  method: 'POST',
  path: '/notes',
  roles: ['anyone'],
  summary: 'Writes a note.',
  body: z.strictObject({ stream: z.string(), text: z.string(), subject: z.string().optional() }),
  output: z.object({ seq: z.int(), count: z.int() }),
});

/** Logs a note; its state counts what the stream holds. */
export const writeNote = command({
  operation: noteWrite,
  stream: ({ body }) => body.stream,
  load: async (trx, { body }, kernel) => kernel.folds.write(trx, counted, body.stream),
  decide: (_state, { body }) => [note(body.text, body.subject ?? null)],
  answer: (events, _args, state) => ({ seq: events.at(-1)?.seq ?? 0, count: state.count }),
});

/** At most one note on each subject; leaves a gap between looking and writing. */
export const writeFirst = command({
  operation: noteWrite,
  stream: ({ body }) => body.stream,
  async load(trx, { body }) {
    const known = await eventsAbout(trx, body.stream, body.subject ?? '');
    await setImmediate();
    return known.length;
  },
  decide: (known, { body }) => (known > 0 ? refuse('conflict.stale') : [note(body.text, body.subject ?? null)]),
  answer: (events) => ({ seq: events[0]?.seq ?? 0, count: 0 }),
});

/** Fails where a defect would: after its events are in the log. */
export const writeAndFail = command({
  operation: noteWrite,
  stream: ({ body }) => body.stream,
  load: async () => null,
  decide: (_state, { body }) => [note(body.text)],
  effects: async () => {
    throw new Error('a defect');
  },
  answer: () => ({ seq: 0, count: 0 }),
});

export interface Counted {
  count: number;
  texts: string[];
}

export const counted: Fold<Counted> = {
  prefix: 'drill:',
  initial: () => ({ count: 0, texts: [] }),
  apply(state, event: LoggedEvent) {
    state.count += 1;
    if (event.type === 'drill.announced') state.texts.push(event.payload.text);
    return state;
  },
};

export interface Note {
  stream: string;
  text: string;
  subject?: string;
}

/** Runs a note command as a person. */
export async function run(
  kernel: Kernel,
  spec: AnyCommand,
  body: Note,
  key?: string,
  actorId = 'account-red',
): Promise<Answer> {
  const at = kernel.clock.now();
  const call = { id: uuidv7(at), at, newId: () => uuidv7(at), requestId: 'test', address: '192.0.2.1', agent: 'test' };
  const actor = { ...anonymous, kind: 'user' as const, id: actorId };
  return execute(kernel, spec, { params: undefined, query: undefined, body, actor, call } as unknown as Args, key);
}

/** `done`, or why not. */
export async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
}
