import type { Area } from '../kernel/area.ts';
import { addAction, proveAction } from './action-commands.ts';
import { assignTicket } from './assign-ticket.ts';
import { classifyTicket } from './classify-ticket.ts';
import { reportClock, waiveClock } from './clock-commands.ts';
import { createIncident } from './create-incident.ts';
import { createTicket } from './create-ticket.ts';
import { editTicket } from './edit-ticket.ts';
import { listIncidentAssignees, listTicketAssignees } from './handlers.ts';
import { listIncidents, listTickets } from './list-tickets.ts';
import { projectIncidents } from './project.ts';
import { listRegulations, readRegulation } from './read-regulations.ts';
import { readIncident, readTicket } from './read-ticket.ts';
import { similarIncidents } from './similar-incidents.ts';
import { addTask, settleTask } from './task-commands.ts';
import { transitionTicket } from './transition-ticket.ts';
import { commentTicket, correctNote, noteTicket } from './write-timeline.ts';

export { incidentLive } from './live.ts';

export const incidentsArea: Area = {
  commands: [
    createIncident,
    createTicket,
    ...[
      transitionTicket,
      editTicket,
      classifyTicket,
      assignTicket,
      noteTicket,
      correctNote,
      commentTicket,
      addTask,
      settleTask,
      addAction,
      proveAction,
      reportClock,
      waiveClock,
    ].flat(),
  ],
  queries: [
    listIncidents,
    listTickets,
    similarIncidents,
    readIncident,
    readTicket,
    listIncidentAssignees,
    listTicketAssignees,
    listRegulations,
    readRegulation,
  ],
  projector: projectIncidents,
  jobs: {},
};
