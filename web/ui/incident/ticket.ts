import type { incidentList, incidentRead } from '#api/contract/incidents.ts';
import type { OutputOf } from '#api/contract/operation.ts';
import type { regulationList } from '#api/contract/regulations.ts';

export type TicketView = OutputOf<typeof incidentRead>;
export type Ticket = TicketView['ticket'];
export type TicketLine = OutputOf<typeof incidentList>['items'][number];
export type TicketClock = TicketView['clocks'][number];
export type TicketStep = TicketView['steps'][number];
export type IncidentTypes = OutputOf<typeof regulationList>['types'];
/** Someone or something to choose from. */
export type Named = { id: string; name: string };

/** The page of a ticket: one of a drill lives inside its drill. */
export const pathOf = ({ id, drillId }: { id: string; drillId: string | null }) =>
  drillId === null ? `/incidents/${id}` : `/drills/${drillId}/tickets/${id}`;

/** What an act on a ticket is addressed with. */
export const paramsOf = ({ id, drillId }: { id: string; drillId: string | null }) =>
  drillId === null ? { incident: id } : { drill: drillId, incident: id };
