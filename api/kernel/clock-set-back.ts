import { z } from 'zod';
import type { Read, Trx } from '#db/schema.ts';
import { done } from '../contract/fields.ts';
import type { OperationShape } from '../contract/operation.ts';
import { system } from '../domain/actor.ts';
import type { LoggedEvent } from '../domain/event.ts';
import type { Args } from './command.ts';
import { command } from './command.ts';
import { eventsAbout } from './log.ts';

/** ms: the time the log had reached, and what the clock then said. */
export interface SetBack {
  from: number;
  to: number;
}

/** A clock set back (ms) by more than this is worth a line; requests overtake each other by less. */
export const clockSlack = 5_000;

const subject = 'clock';

/** Not in the contract: only the server itself calls it. */
const clockNote = {
  name: 'clock.note',
  method: 'POST',
  path: '/clock',
  roles: ['admin'],
  summary: 'Puts on record that the clock of the machine was set back.',
  body: z.object({ from: z.number(), to: z.number() }),
  output: done,
} as const satisfies OperationShape;

/** Puts a backward step of the clock into the log of the system: once for each step, however many streams notice it. */
export const noteClockSetBack = command({
  operation: clockNote,
  stream: () => 'system',
  load: (trx) => lastSetBack(trx),
  decide: (last, { body: { from, to } }) =>
    last !== undefined && last.payload.from >= from ? [] : [{ type: 'clock.set_back', subject, payload: { from, to } }],
  answer: () => ({ ok: true as const }),
});

/** The call with which the server notes a step. */
export function clockCall({ call }: Pick<Args, 'call'>, body: SetBack): Args {
  return { params: undefined, query: undefined, body, actor: system, call } as unknown as Args;
}

/** The last backward step on record; `at` never runs backwards, `payload` says what the clock did. */
export async function lastSetBack(db: Read | Trx): Promise<LoggedEvent<'clock.set_back'> | undefined> {
  const events = await eventsAbout(db, 'system', subject);
  return events.findLast((event) => event.type === 'clock.set_back');
}

/** ms: a step this long ago no longer asks for a look at the clock. */
const worthALook = 2 * 24 * 3_600_000;

/** The last backward step, while it is worth a look. */
export async function recentSetBack(db: Read | Trx, now: number): Promise<SetBack | null> {
  const last = await lastSetBack(db);
  return last !== undefined && now - last.payload.to < worthALook ? last.payload : null;
}
