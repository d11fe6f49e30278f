import { expect, test } from 'vitest';
import { editTicket } from '#api/domain/incident/edit.ts';
import { Refusal } from '#api/domain/refusal.ts';
import { created, it as event, ticketOf } from './incident-given.ts';

const edited = (changes: object) => event('incident.edited', { changes });
const outcome = (decided: ReturnType<typeof editTicket>) =>
  decided instanceof Refusal
    ? [decided.code, ...decided.issues.map(({ path }) => path[0])]
    : decided.map(({ payload }) => (payload as { changes: object }).changes);

test('only what differs enters the log', () => {
  const ticket = ticketOf(created({ title: 'Cũ' }));
  expect(outcome(editTicket(ticket, { title: 'Cũ', cause: 'Lộ khóa', scope: undefined }, 0))).toEqual([
    { cause: 'Lộ khóa' },
  ]);
  expect(outcome(editTicket(ticket, { title: 'Cũ' }, 0))).toEqual([]);
});

test('a fact rewritten since it was read is not overwritten; the others may be', () => {
  const ticket = ticketOf(created(), edited({ cause: 'A' }), edited({ remedy: 'B', cause: 'C' }));
  expect(ticket.revision).toBe(2);
  expect(outcome(editTicket(ticket, { cause: 'D', remedy: 'E', scope: 'F' }, 1))).toEqual([
    'conflict.stale',
    'cause',
    'remedy',
  ]);
  expect(outcome(editTicket(ticket, { cause: 'C', scope: 'F' }, 0))).toEqual([{ scope: 'F' }]);
  expect(outcome(editTicket(ticket, { cause: 'D' }, 2))).toEqual([{ cause: 'D' }]);
});

test('other entries about the ticket do not make an edit stale', () => {
  const ticket = ticketOf(created(), edited({ cause: 'A' }), event('incident.assigned', { assignee: 'vu' }));
  expect(outcome(editTicket(ticket, { cause: 'B' }, 1))).toEqual([{ cause: 'B' }]);
});
