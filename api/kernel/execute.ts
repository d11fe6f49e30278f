import type { IdempotencyTable } from '#db/schema/kernel.ts';
import type { Trx } from '#db/schema.ts';
import { statement } from '#db/statement.ts';
import { canonicalJson } from '../domain/canonical.ts';
import type { LoggedEvent } from '../domain/event.ts';
import { Refusal, refuse } from '../domain/refusal.ts';
import { drillOf } from './authorise.ts';
import type { AnswerHeaders, AnyCommand, Args } from './command.ts';
import { rightsEvents, rightsStream } from './hub.ts';
import { clockCall, clockSlack, noteClockSetBack } from './clock-set-back.ts';
import type { SetBack } from './clock-set-back.ts';
import { sha256 } from './ids.ts';
import { enqueue } from './jobs.ts';
import type { Kernel } from './kernel.ts';
import { project } from './kernel.ts';
import { append, lockHead } from './log.ts';
import { tellAccounts } from './tell-accounts.ts';

export interface Answer {
  status: number;
  /** JSON text, kept as it was first sent. */
  body: string;
  headers: AnswerHeaders;
}

/** The only way anything changes. `args` are parsed and authorised. Throws a Refusal, or whatever is a defect. */
export async function execute(
  kernel: Kernel,
  command: AnyCommand,
  given: Args,
  givenKey: string | undefined,
): Promise<Answer> {
  const { operation } = command;
  const key = command.unrecorded ? undefined : givenKey;
  const digest = sha256(canonicalJson([operation.name, given.params ?? null, given.query ?? null, given.body ?? null]));
  const prepared = await command.prepare?.(given, kernel);
  const stream = command.stream(given, prepared);

  let rights = false;
  let happened: readonly LoggedEvent[] = [];
  let setBack = null as SetBack | null;
  const run = kernel.db.transact(async (trx): Promise<Answer> => {
    const head = await lockHead(trx, stream, kernel.db.dialect);
    const [known] = key === undefined ? [] : await firstAnswer(trx, { actor: given.actor.id, key });
    if (known) {
      if (known.digest !== digest) throw refuse('idempotency.reused');
      return { status: known.status, body: known.body, headers: { 'idempotent-replay': 'true' } };
    }
    setBack = clockStep(given, head.at);
    const args = notBefore(given, head.at);
    const early = await phaseRefusal(trx, command, args);
    const state = await command.load(trx, args, kernel).catch((error: unknown) => {
      throw early && !hides(error) ? early : error;
    });
    if (early) throw early;
    const decided = command.decide(state, args, prepared);
    if (decided instanceof Refusal) throw decided;

    const events = await append(trx, head, args.actor.id, args.call.at, decided);
    for (const event of events) await project(kernel.projectors, trx, event);
    await command.effects?.(trx, events, args, prepared);
    await enqueue(trx, given.call.at, command.jobs?.(events, args) ?? []);
    const body = JSON.stringify(command.answer(events, args, state, prepared));
    if (key !== undefined) {
      const row = { actor: args.actor.id, key, operation: operation.name, digest, status: 200, body, at: args.call.at };
      if ((await keepAnswer(trx, row)).length === 0) throw new AnsweredMeanwhile();
    }
    happened = events;
    rights = events.some(({ type }) => rightsEvents.has(type));
    await kernel.db.announce(trx, stream);
    if (rights) await kernel.db.announce(trx, rightsStream);
    return { status: 200, body, headers: command.headers?.(events, args, prepared) ?? {} };
  });
  const answer = await run.catch((error: unknown) => {
    if (error instanceof AnsweredMeanwhile) return execute(kernel, command, given, givenKey);
    throw error;
  });
  if (setBack !== null && command !== noteClockSetBack) await noteStep(kernel, given, setBack);
  tellAccounts(kernel, happened, given.call);
  if (rights) kernel.hub.poke(rightsStream);
  kernel.hub.poke(stream);
  return answer;
}

const firstAnswer = statement((db, { actor, key }: { actor: string; key: string }) =>
  db.selectFrom('idempotency').select(['digest', 'status', 'body']).where('actor', '=', actor).where('key', '=', key),
);
const keepAnswer = statement((db, row: { [K in keyof IdempotencyTable]: IdempotencyTable[K] }) =>
  db
    .insertInto('idempotency')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('key'),
);
const statusOfDrill = statement((db, { id }: { id: string }) =>
  db.selectFrom('drill').select('status').where('id', '=', id),
);

/** An operation of a drill is open only in the statuses it names. */
async function phaseRefusal(trx: Trx, { operation }: AnyCommand, args: Args): Promise<Refusal | null> {
  const drillId = drillOf(args.params);
  if (!drillId || !operation.phases) return null;
  const [drill] = await statusOfDrill(trx, { id: drillId });
  if (!drill) return refuse('not_found');
  return operation.phases.some((status) => status === drill.status)
    ? null
    : refuse('drill.wrong_phase', { status: drill.status });
}

/** To whom a drill does not exist its status does not either: this refusal goes before that of the status. */
function hides(error: unknown): boolean {
  return error instanceof Refusal && (error.code === 'not_found' || error.code === 'invitation.invalid');
}

/** The same key came at the same moment and was answered first, in another stream: nothing of this act stands. */
class AnsweredMeanwhile extends Error {}

/** The clock of the machine may be set back; time in a stream never runs backwards, neither for what is logged nor for what is decided. */
function notBefore(args: Args, headAt: number): Args {
  const { call } = args;
  return call.at >= headAt ? args : { ...args, call: { ...call, at: headAt } };
}

/** How far the clock stands behind the log, where that is more than requests that overtake each other. */
function clockStep({ call }: Args, headAt: number): SetBack | null {
  return headAt - call.at > clockSlack ? { from: headAt, to: call.at } : null;
}

async function noteStep(kernel: Kernel, given: Args, step: SetBack): Promise<void> {
  kernel.logger.warn('clock_set_back', { requestId: given.call.requestId, byMs: step.from - step.to });
  await execute(kernel, noteClockSetBack, clockCall(given, step), undefined);
}
