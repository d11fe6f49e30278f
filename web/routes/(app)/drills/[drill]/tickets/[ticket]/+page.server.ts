import { ticketGrades } from '#api/contract/ticket-grades.ts';
import { ticketAssignees, ticketRead } from '#api/contract/incidents.ts';
import { teamList } from '#api/contract/teams.ts';
import { ask } from '#web/ask.ts';
import { beside } from '#web/ui/incident/load-ticket.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, depends, url }) => {
  depends('topic:tickets');
  const drill = { drill: params.drill };
  const [view, grades, teams] = await Promise.all([
    ask(fetch, ticketRead, { params: { ...drill, incident: params.ticket } }, url),
    ask(fetch, ticketGrades, { params: drill }, url),
    ask(fetch, teamList, { params: drill }, url),
  ]);
  return {
    view,
    criteria: grades.criteria,
    grade: grades.items.find((one) => one.ticketId === params.ticket),
    team: teams.items.find((one) => one.id === view.ticket.teamId)?.name ?? null,
    ...(await beside(fetch, view, ticketAssignees)),
  };
};
