import { ticketCreate } from '../contract/incidents.ts';
import { seatsIn } from '../domain/actor.ts';
import { refuseUnaccepted } from '../domain/drill/acceptance.ts';
import { seriesNumber } from '../domain/drill/series-number.ts';
import { refuse } from '../domain/refusal.ts';
import { loadDrill } from '../drills/load-drill.ts';
import { command } from '../kernel/command.ts';
import { numberOf } from './create-incident.ts';
import { stampAt } from './regulations.ts';
import { assertPast } from './when.ts';

/** A defence team writes about any target of the drill; clocks start as in earnest, though they bind nobody. */
export const createTicket = command({
  operation: ticketCreate,
  stream: ({ params }) => `drill:${params.drill}`,
  load: (trx, { params }, kernel) => loadDrill(trx, kernel, params.drill),
  decide: (drill, { params, body, actor, call }) => {
    const teamId = seatsIn(actor, params.drill).find((seat) => seat.role === 'blue' && seat.teamId !== null)?.teamId;
    const team = teamId ? drill.teams.get(teamId) : undefined;
    if (!teamId || !team) return refuse('forbidden');
    const unaccepted = refuseUnaccepted(drill, actor.id);
    if (unaccepted) return unaccepted;
    const target = body.targetId === null ? undefined : drill.targets.get(body.targetId);
    if (body.targetId !== null && !target)
      return refuse('request.invalid', {}, [{ path: ['targetId'], code: 'invalid_value' }]);
    const { title, severity, description, targetId } = body;
    const detectedAt = body.detectedAt ?? call.at;
    const filed = drill.tickets
      .values()
      .filter((ticket) => ticket.teamId === teamId)
      .toArray().length;
    return (
      assertPast('detectedAt', detectedAt, call.at) ?? [
        {
          type: 'incident.created',
          subject: call.id,
          payload: {
            ticketId: call.id,
            number: seriesNumber('DT', drill, teamId, filed),
            mode: 'drill',
            drillId: params.drill,
            teamId,
            organisationId: team.organisationIds[0] ?? drill.plan.hostOrganisationId,
            profile: stampAt(detectedAt),
            title,
            description,
            severity,
            type: null,
            systemId: target?.systemId ?? null,
            targetId,
            detectedAt,
            detectionMethod: '',
          },
        },
      ]
    );
  },
  answer: (events, { call }) => ({ id: call.id, number: numberOf(events) }),
});
