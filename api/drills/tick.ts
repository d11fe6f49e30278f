import { z } from 'zod';
import { done } from '../contract/fields.ts';
import type { OperationShape } from '../contract/operation.ts';
import { system } from '../domain/actor.ts';
import { nextMilestone } from '../domain/drill/clock.ts';
import { tick } from '../domain/drill/life.ts';
import type { LoggedEvent } from '../domain/event.ts';
import type { Args } from '../kernel/command.ts';
import { signCheckpoint } from '../kernel/checkpoint.ts';
import { execute } from '../kernel/execute.ts';
import { uuidv7 } from '../kernel/ids.ts';
import type { JobHandler, NewJob } from '../kernel/jobs.ts';
import { drillCommand, ok } from './drill-command.ts';
import { readDrill } from './load-drill.ts';

/** What the clock brings about. Not in the contract: only the server itself calls it. */
const drillTick = {
  name: 'drill.tick',
  method: 'POST',
  path: '/drills/:drill/tick',
  roles: ['admin'],
  summary: 'Freezes the board or ends the drill when the clock says so.',
  params: z.object({ drill: z.string() }),
  output: done,
} as const satisfies OperationShape;

const tickDrill = drillCommand({
  operation: drillTick,
  decide: (state, { call }) => tick(state, call.at),
  jobs: checkpointJobs,
  answer: ok,
});

/** Runs at every moment the clock makes something happen, until the drill is over or pauses; resuming starts it anew. */
export const runTick: JobHandler = async (payload, kernel) => {
  const { drillId } = payload as { drillId: string };
  const at = kernel.clock.now();
  const call = { id: uuidv7(at), at, newId: () => uuidv7(at), requestId: `tick-${drillId}`, address: '', agent: '' };
  const args = {
    params: { drill: drillId },
    query: undefined,
    body: undefined,
    actor: system,
    call,
  } as unknown as Args;
  if (tick(await readDrill(kernel, drillId), at).length > 0) await execute(kernel, tickDrill, args, undefined);
  const again = nextMilestone(await readDrill(kernel, drillId), at);
  return again === null ? undefined : { again: Math.max(again, at + 100) };
};

/** Sets the clock's job going when the drill starts or resumes, or when its end comes nearer than the job foresaw. */
export function tickJobs(events: readonly LoggedEvent[]): NewJob[] {
  return events
    .filter(({ type }) => bringsForward.has(type))
    .map(({ stream, seq }) => ({
      kind: 'drill.tick',
      payload: { drillId: stream.slice('drill:'.length) },
      uniqueKey: `tick:${stream}:${seq}`,
    }));
}

const bringsForward: ReadonlySet<LoggedEvent['type']> = new Set([
  'drill.started',
  'drill.resumed',
  'drill.extension_withdrawn',
]);

/** Signs the head of one stream. */
export const runCheckpoint: JobHandler = async (payload, kernel) => {
  const { stream, reason } = payload as { stream: string; reason: string };
  await signCheckpoint(kernel, stream, reason);
};

/** Asks for a signed checkpoint at the moments that settle something. */
export function checkpointJobs(events: readonly LoggedEvent[]): NewJob[] {
  const reasons: Partial<Record<LoggedEvent['type'], string>> = {
    'drill.started': 'start',
    'board.frozen': 'freeze',
    'drill.ended': 'end',
    'drill.published': 'publish',
  };
  return events.flatMap(({ type, stream }) => {
    const reason = reasons[type];
    return reason ? [{ kind: 'checkpoint', payload: { stream, reason } }] : [];
  });
}
