import type { Read, Trx } from '#db/schema.ts';
import type { RegulationProfile } from '#db/reference/regulation-profiles.ts';
import type { BodyOf, OperationShape } from '../contract/operation.ts';
import type { Actor } from '../domain/actor.ts';
import type { NewEvent } from '../domain/event.ts';
import { accessTo } from '../domain/incident/access.ts';
import type { TicketAccess } from '../domain/incident/access.ts';
import type { Ticket } from '../domain/incident/ticket.ts';
import { Refusal, refuse } from '../domain/refusal.ts';
import { assertAccepted } from '../drills/accepted.ts';
import { loadDrill } from '../drills/load-drill.ts';
import { drillOf } from '../kernel/authorise.ts';
import { command } from '../kernel/command.ts';
import type { AnyCommand, Call } from '../kernel/command.ts';
import { profileOf } from './regulations.ts';
import { withAbove } from './scope.ts';
import { storedTicket } from './stored-ticket.ts';

export interface Facts<F> {
  ticket: Ticket;
  profile: RegulationProfile;
  found: F;
}

/** An act on a ticket, the same for real incidents and for those of a drill. */
export interface TicketAct<A extends { real: OperationShape; drill: OperationShape }, F> {
  acts: A;
  /** The least access that suffices. */
  needs: 'work' | 'add';
  /** Whatever else the decision must know. */
  find?(trx: Trx, ticket: Ticket, body: BodyOf<A['real']>, actor: Actor): Promise<F>;
  decide(facts: Facts<F>, body: BodyOf<A['real']>, call: Call, actor: Actor): readonly NewEvent[] | NewEvent | Refusal;
  /** Answers with the id of what was made, not only with `ok`. */
  makes?: true;
}

/** The two commands of an act: one for each address. */
export function ticketCommands<A extends { real: OperationShape; drill: OperationShape }, F = undefined>(
  act: TicketAct<A, F>,
): AnyCommand[] {
  const build = (operation: OperationShape) =>
    command<OperationShape, Facts<F>, string>({
      operation,
      prepare: (args, kernel) => streamOf(kernel.db.read, args.params),
      stream: (_args, stream) => stream,
      load: async (trx, { params, body, actor }, kernel) => {
        const ticket = await reachable(trx, params, actor, act.needs);
        if (ticket.drillId !== null) assertAccepted(await loadDrill(trx, kernel, ticket.drillId), actor);
        const found = (await act.find?.(trx, ticket, body as BodyOf<A['real']>, actor)) as F;
        return { ticket, profile: profileOf(ticket.profile), found };
      },
      decide: (facts, { body, call, actor }) => {
        const decided = act.decide(facts, body as BodyOf<A['real']>, call, actor);
        return decided instanceof Refusal || Array.isArray(decided) ? decided : [decided as NewEvent];
      },
      answer: (_events, { call }) => (act.makes ? { id: call.id } : { ok: true }),
    });
  return [build(act.acts.real), build(act.acts.drill)];
}

/** The ticket an address names, if the caller has at least this access to it. Throws `not_found`, `forbidden`. */
export async function reachable(db: Read | Trx, params: unknown, actor: Actor, needs: TicketAccess): Promise<Ticket> {
  return (await reached(db, params, actor, needs)).ticket;
}

const ranks: readonly TicketAccess[] = ['read', 'add', 'work'];

export async function reached(
  db: Read | Trx,
  params: unknown,
  actor: Actor,
  needs: TicketAccess,
): Promise<{ ticket: Ticket; access: TicketAccess }> {
  const drillId = drillOf(params) ?? null;
  const ticket = await storedTicket(db, idOf(params));
  const above = ticket && drillId === null ? await withAbove(db, ticket.organisationId) : [];
  const access = ticket && ticket.drillId === drillId ? accessTo(actor, ticket, above) : null;
  if (!ticket || access === null) throw refuse('not_found');
  if (ranks.indexOf(access) < ranks.indexOf(needs)) throw refuse('forbidden');
  return { ticket, access };
}

/** Where the events of the ticket in the path are kept: of a drill in its log, else in that of the organisation. Throws `not_found`. */
async function streamOf(db: Read, params: unknown): Promise<string> {
  const drillId = drillOf(params);
  if (drillId !== undefined) return `drill:${drillId}`;
  const row = await db
    .selectFrom('incident')
    .select('organisation_id')
    .where('id', '=', idOf(params))
    .where('mode', '=', 'real')
    .executeTakeFirst();
  if (!row) throw refuse('not_found');
  return incidentStream(row.organisation_id);
}

const idOf = (params: unknown) => (params as { incident: string }).incident;

/** The log of the real incidents of an organisation. */
export const incidentStream = (organisationId: string) => `incident:${organisationId}`;
