import { z } from 'zod';
import { severities } from '../domain/drill/claim.ts';
import { ticketStatuses } from '../domain/incident/status.ts';
import { id, listOf, page } from './fields.ts';
import { ticketLine, ticketView } from './incident-ticket.ts';
import { operation } from './operation.ts';
import { drillParams, incidentParams, made, ticketParams, workers, written, described } from './ticket-fields.ts';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

export const incidentCreate = operation({
  name: 'incident.create',
  method: 'POST',
  path: '/incidents',
  roles: ['user'],
  body: z.strictObject({ ...described, systemId: id().nullable().default(null) }),
  output: made.extend({ number: z.string() }),
  summary: 'Log a real incident; its organisation is the one that answers for the system, else that of the reporter.',
});

export const ticketCreate = operation({
  name: 'ticket.create',
  method: 'POST',
  path: '/drills/:drill/tickets',
  roles: ['drill:blue'],
  phases: written,
  params: drillParams,
  body: z.strictObject({ ...described, targetId: id().nullable().default(null) }),
  output: made.extend({ number: z.string() }),
  summary: 'Log an incident ticket of the own defence team in a drill.',
});

const filters = {
  ...page,
  status: z.enum([...ticketStatuses, 'open']).optional(),
  severity: z.enum(severities).optional(),
  system: id().optional(),
  overdue: flag.optional(),
  mine: flag.optional(),
  search: z.string().max(200).optional(),
};

export const incidentList = operation({
  name: 'incident.list',
  method: 'GET',
  path: '/incidents',
  roles: ['user'],
  query: z.strictObject({
    ...filters,
    organisation: id().optional(),
    since: z.coerce.number().int().optional(),
    until: z.coerce.number().int().optional(),
  }),
  output: listOf(ticketLine),
  summary: 'Real incidents the caller may see, newest first; `organisation` takes everything below it.',
});

export const ticketList = operation({
  name: 'ticket.list',
  method: 'GET',
  path: '/drills/:drill/tickets',
  roles: ['drill:blue', 'drill:control', 'drill:judge'],
  params: drillParams,
  query: z.strictObject({ ...filters, team: id().optional() }),
  output: listOf(ticketLine),
  summary: 'Tickets of a drill: of the own team for defenders, of all for organisers and judges.',
});

export const incidentSimilar = operation({
  name: 'incident.similar',
  method: 'GET',
  path: '/incident-hints',
  roles: ['user'],
  query: z.strictObject({ title: z.string().max(200).default(''), system: id().optional() }),
  output: z.object({
    items: z.array(
      z.object({
        id: id(),
        number: z.string(),
        title: z.string(),
        status: z.enum(ticketStatuses),
        reportedAt: z.int(),
      }),
    ),
  }),
  summary: 'Open real incidents of the last 24 hours on the same system or with a similar title.',
});

export const incidentRead = operation({
  name: 'incident.read',
  method: 'GET',
  path: '/incidents/:incident',
  roles: ['user'],
  params: incidentParams,
  output: ticketView,
  summary: 'One real incident: its facts, legal clocks and the steps open to it.',
});

export const ticketRead = operation({
  name: 'ticket.read',
  method: 'GET',
  path: '/drills/:drill/tickets/:incident',
  roles: ['drill:blue', 'drill:control', 'drill:judge'],
  params: ticketParams,
  output: ticketView,
  summary: 'One ticket of a drill.',
});

const named = z.object({ items: z.array(z.object({ id: id(), name: z.string() })) });

export const incidentAssignees = operation({
  name: 'incident.assignees',
  method: 'GET',
  path: '/incidents/:incident/assignees',
  roles: workers,
  params: incidentParams,
  output: named,
  summary: 'People who may handle a real incident.',
});

export const ticketAssignees = operation({
  name: 'ticket.assignees',
  method: 'GET',
  path: '/drills/:drill/tickets/:incident/assignees',
  roles: ['drill:blue'],
  params: ticketParams,
  output: named,
  summary: 'People who may handle a ticket of a drill.',
});

export const incidentsOperations = [
  incidentCreate,
  ticketCreate,
  incidentList,
  ticketList,
  incidentSimilar,
  incidentRead,
  ticketRead,
  incidentAssignees,
  ticketAssignees,
] as const;
