import { incidentList } from '#api/contract/incidents.ts';
import { organisationRead } from '#api/contract/organisations.ts';
import { ask } from '#web/ask.ts';
import { loadsOf, type Duty } from '#web/ui/posture/answer.ts';
import { isLate, openRemediations } from '#web/ui/posture/remediations.ts';
import type { PageServerLoad } from './$types';

const shown = 3;

export const load: PageServerLoad = async ({ fetch, params, parent, url }) => {
  const { organisation } = params;
  const incidents = (query: object) => ask(fetch, incidentList, { query: { organisation, limit: 200, ...query } }, url);
  const [{ posture }, findings, open, owing] = await Promise.all([
    parent(),
    openRemediations(fetch, organisation, url),
    incidents({ status: 'open' }),
    incidents({ overdue: 'true' }),
  ]);
  const late = (one: (typeof findings)[number]) => isLate(one, posture.asOf);
  // A ticket is one duty, however many notices it owes, and also when it is closed but still owes one.
  const tickets = new Map<string, Duty>();
  for (const one of posture.deadlines)
    tickets.set(one.ticketId, {
      organisationId: one.organisationId,
      late: one.overdue || tickets.get(one.ticketId)?.late === true,
    });
  for (const one of [...open.items, ...owing.items])
    tickets.set(one.id, { organisationId: one.organisationId, late: one.overdue });
  const loads = loadsOf([
    ...tickets.values(),
    ...findings.map((one) => ({ organisationId: one.organisationId, late: late(one) })),
  ]);
  const who = await Promise.all(
    loads.slice(0, shown).map(async (one) => ({
      ...one,
      name: (await ask(fetch, organisationRead, { params: { organisation: one.organisationId } }, url)).name,
    })),
  );
  return {
    who,
    lateFindings: findings.filter(late).length,
    dueFindings: findings
      .flatMap(({ claimId, number, title, targetName, dueAt, ...one }) =>
        dueAt === null
          ? []
          : [
              {
                claimId,
                number,
                title: title ?? targetName,
                dueAt,
                overdue: late({ dueAt, ...one } as (typeof findings)[number]),
              },
            ],
      )
      .toSorted((a, b) => a.dueAt - b.dueAt),
  };
};
