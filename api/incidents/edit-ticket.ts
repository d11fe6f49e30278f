import { incidentTypes } from '#db/reference/regulation-profiles.ts';
import type { Trx } from '#db/schema.ts';
import { editActs } from '../contract/ticket-acts.ts';
import type { BodyOf } from '../contract/operation.ts';
import { editTicket as edit } from '../domain/incident/edit.ts';
import type { Ticket } from '../domain/incident/ticket.ts';
import { assertOpen } from '../domain/incident/transition.ts';
import { refuse } from '../domain/refusal.ts';
import { ticketCommands } from './ticket-command.ts';
import { assertPast } from './when.ts';

type Body = BodyOf<(typeof editActs)['real']>;

export const editTicket = ticketCommands({
  acts: editActs,
  needs: 'work',
  find: (trx, ticket, body) => unknownPlace(trx, ticket, body),
  decide: ({ ticket, found }, { revision, ...body }, call) => {
    if (found) return refuse('request.invalid', {}, [{ path: [found], code: 'invalid_value' }]);
    if (body.type && !incidentTypes.some(({ code }) => code === body.type))
      return refuse('request.invalid', {}, [{ path: ['type'], code: 'invalid_value' }]);
    return assertOpen(ticket) ?? assertPast('detectedAt', body.detectedAt, call.at) ?? edit(ticket, body, revision);
  },
});

/** A real incident is about a system of the register, a ticket of a drill about one of its targets. */
async function unknownPlace(
  trx: Trx,
  ticket: Ticket,
  { systemId, targetId }: Body,
): Promise<'systemId' | 'targetId' | undefined> {
  if (systemId) {
    const system = await trx
      .selectFrom('information_system')
      .select('id')
      .where('id', '=', systemId)
      .executeTakeFirst();
    if (!system || ticket.mode === 'drill') return 'systemId';
  }
  if (targetId) {
    const target = await trx
      .selectFrom('drill_target')
      .select('target_id')
      .where('drill_id', '=', ticket.drillId ?? '')
      .where('target_id', '=', targetId)
      .executeTakeFirst();
    if (!target) return 'targetId';
  }
  return undefined;
}
