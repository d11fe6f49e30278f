import type { Read, Trx } from '#db/schema.ts';
import { incidentCreate } from '../contract/incidents.ts';
import type { Actor } from '../domain/actor.ts';
import type { LoggedEvent } from '../domain/event.ts';
import { wall } from '../domain/zone.ts';
import { refuse } from '../domain/refusal.ts';
import { command } from '../kernel/command.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { lockHead } from '../kernel/log.ts';
import { stampAt } from './regulations.ts';
import { answerable } from './scope.ts';
import { incidentStream } from './ticket-command.ts';
import { assertPast } from './when.ts';

export const createIncident = command({
  operation: incidentCreate,
  prepare: async ({ body, actor }, kernel) => organisationOf(kernel.db.read, body.systemId, actor),
  stream: (_args, organisationId) => incidentStream(organisationId),
  load: (trx, { call }, kernel) => nextNumber(trx, kernel, call.at),
  decide: (number, { body, call }, organisationId) => {
    const { title, severity, description, systemId } = body;
    const detectedAt = body.detectedAt ?? call.at;
    return (
      assertPast('detectedAt', detectedAt, call.at) ?? [
        {
          type: 'incident.created',
          subject: call.id,
          payload: {
            ticketId: call.id,
            number,
            mode: 'real',
            drillId: null,
            teamId: null,
            organisationId,
            profile: stampAt(detectedAt),
            title,
            description,
            severity,
            type: null,
            systemId,
            targetId: null,
            detectedAt,
            detectionMethod: '',
          },
        },
      ]
    );
  },
  answer: (events, { call }) => ({ id: call.id, number: numberOf(events) }),
});

/** Whoever answers for the system; without a system, the reporter's own organisation. */
async function organisationOf(read: Read, systemId: string | null, actor: Actor): Promise<string> {
  if (systemId !== null) {
    const organisationId = await answerable(read, systemId);
    if (organisationId === undefined)
      throw refuse('request.invalid', {}, [{ path: ['systemId'], code: 'invalid_value' }]);
    return organisationId;
  }
  if (actor.organisationId === null) throw refuse('incident.no_organisation');
  return actor.organisationId;
}

/**
 * `SC-2026-0007`: one series a year for all organisations. Each of them logs into a stream of its own, so the series is
 * guarded by the head of the registry: whoever holds it sees every number given before.
 */
async function nextNumber(trx: Trx, kernel: Kernel, at: number): Promise<string> {
  await lockHead(trx, 'registry', kernel.db.dialect);
  const prefix = `SC-${wall(at).year}-`;
  const last = await trx
    .selectFrom('incident')
    .select('number')
    .where('number_key', '>=', `real ${prefix}`)
    .where('number_key', '<', `real ${prefix}~`)
    .orderBy('number_key', 'desc')
    .limit(1)
    .executeTakeFirst();
  return `${prefix}${String(Number(last?.number.slice(prefix.length) ?? 0) + 1).padStart(4, '0')}`;
}

/** The number given to a ticket just created. */
export function numberOf(events: readonly LoggedEvent[]): string {
  const [first] = events;
  return first?.type === 'incident.created' ? first.payload.number : '';
}
