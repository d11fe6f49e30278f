import { call } from '#api/contract/call.ts';
import type { incidentAssignees, ticketAssignees } from '#api/contract/incidents.ts';
import { ProblemError } from '#api/contract/problem-error.ts';
import { regulationList, regulationRead } from '#api/contract/regulations.ts';
import { ask } from '#web/ask.ts';
import { paramsOf, type Named, type TicketView } from './ticket.ts';

/** What a ticket's page shows beside the ticket: the closed list of types, its regulation profile, who may handle it. */
export async function beside(
  fetch: typeof globalThis.fetch,
  view: TicketView,
  people: typeof incidentAssignees | typeof ticketAssignees,
) {
  const [profileId = ''] = view.ticket.profile.split('@');
  const [{ types }, profile, handlers] = await Promise.all([
    ask(fetch, regulationList),
    ask(fetch, regulationRead, { params: { profile: profileId } }),
    view.access === 'work' ? handlersOf(fetch, view, people) : [],
  ]);
  const serious = profile.classes.find((one) => one.code === 'serious');
  const { title, kind, statusNote } = profile;
  return { types, profile: { title, kind, note: statusNote }, checklist: serious?.checklist ?? [], handlers };
}

/** Whoever was given a ticket without holding a role handles it, but may not hand it on. */
async function handlersOf(
  fetch: typeof globalThis.fetch,
  { ticket }: TicketView,
  people: typeof incidentAssignees | typeof ticketAssignees,
): Promise<Named[]> {
  try {
    const request = { params: paramsOf(ticket) } as never;
    return (await call((input, init) => fetch(input, init), people, request)).items;
  } catch (problem) {
    if (problem instanceof ProblemError && problem.code === 'forbidden') return [];
    throw problem;
  }
}
