import { taskAddActs, taskSettleActs } from '../contract/ticket-acts.ts';
import { assertOpen } from '../domain/incident/transition.ts';
import { refuse } from '../domain/refusal.ts';
import { mayHandle } from './handlers.ts';
import { ticketCommands } from './ticket-command.ts';

export const addTask = ticketCommands({
  acts: taskAddActs,
  needs: 'work',
  makes: true,
  find: async (trx, ticket, { assignee }) => assignee === null || (await mayHandle(trx, ticket, assignee)),
  decide: ({ ticket, found }, { title, assignee, dueAt }, call) =>
    found
      ? (assertOpen(ticket) ?? {
          type: 'incident.task_added',
          subject: ticket.id,
          payload: { ticketId: ticket.id, taskId: call.id, title, assignee, dueAt },
        })
      : refuse('incident.assignee'),
});

export const settleTask = ticketCommands({
  acts: taskSettleActs,
  needs: 'work',
  decide: ({ ticket }, { taskId, to, reason }) => {
    const task = ticket.tasks.find(({ id }) => id === taskId);
    if (!task) return refuse('not_found');
    if ((task.status === 'open') === (to === 'open')) return refuse('incident.task_state', { status: task.status });
    if (to === 'waived' && reason === '') return refuse('incident.missing', { to, fields: ['reason'] });
    const about = { ticketId: ticket.id, taskId };
    const refused = assertOpen(ticket);
    if (refused) return refused;
    if (to === 'done') return { type: 'incident.task_done', subject: ticket.id, payload: about };
    if (to === 'open') return { type: 'incident.task_reopened', subject: ticket.id, payload: about };
    return { type: 'incident.task_waived', subject: ticket.id, payload: { ...about, reason } };
  },
});
