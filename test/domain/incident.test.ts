import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { regulationProfiles } from '#db/reference/regulation-profiles.ts';
import { initialDrill } from '#api/domain/drill/fold.ts';
import { applyTickets } from '#api/domain/drill/apply-tickets.ts';
import type { NewEvent } from '#api/domain/event.ts';
import { foldTicket } from '#api/domain/incident/apply.ts';
import { steps, ticketStatuses } from '#api/domain/incident/status.ts';
import type { TicketStatus } from '#api/domain/incident/status.ts';
import { incompleteActions } from '#api/domain/incident/ticket.ts';
import { assertOpen, nextSteps, transition } from '#api/domain/incident/transition.ts';
import { Refusal } from '#api/domain/refusal.ts';
import { created, it as event, logged, ticketOf } from './incident-given.ts';

const law = regulationProfiles.find(({ id }) => id === 'vn-2026')!;
const say = (reason = '', into: string | null = null) => ({ reason, into });
const action = event('incident.action_added', {
  actionId: 'a1',
  at: 5,
  text: 'Chặn địa chỉ',
  proofOfAction: 'Ảnh luật',
  proofOfEffect: 'Nhật ký',
});
const fixed = event('incident.edited', { changes: { cause: 'Lộ khóa', remedy: 'Thu hồi khóa' } });
const moved = (from: TicketStatus, to: TicketStatus) => event('incident.moved', { from, to });
const toProgress = [created(), moved('new', 'acknowledged'), moved('acknowledged', 'in_progress')] as const;
const toResolved = [
  ...toProgress,
  action,
  moved('in_progress', 'contained'),
  fixed,
  moved('contained', 'resolved'),
] as const;
const told = event('incident.clock_reported', { code: 'full_72h', at: 5, channel: 'Văn bản', receiver: 'PA05' });

describe('steps say what is missing', () => {
  test('a new ticket cannot be closed: the allowed steps are named', () => {
    expect(transition(ticketOf(created()), 'closed', law, say())).toMatchObject({
      code: 'incident.illegal_step',
      params: { from: 'new', to: 'closed', allowed: ['acknowledged', 'cancelled', 'merged'] },
    });
  });
  test('contained needs an action', () => {
    expect(transition(ticketOf(...toProgress), 'contained', law, say())).toMatchObject({
      code: 'incident.missing',
      params: { fields: ['actions'] },
    });
    expect(transition(ticketOf(...toProgress, action), 'contained', law, say())).toMatchObject({
      type: 'incident.moved',
    });
  });
  test('resolved needs cause and remedy', () => {
    const contained = ticketOf(...toProgress, action, moved('in_progress', 'contained'));
    expect(transition(contained, 'resolved', law, say())).toMatchObject({
      code: 'incident.missing',
      params: { fields: ['cause', 'remedy'] },
    });
  });
  test('closing a real incident needs every task settled and every notice given or waived with a reason', () => {
    const task = event('incident.task_added', { taskId: 't1', title: 'Đổi mật khẩu', assignee: null, dueAt: null });
    const open = ticketOf(...toResolved, task);
    expect(transition(open, 'closed', law, say())).toMatchObject({ params: { fields: ['tasks', 'clock:full_72h'] } });
    expect(
      transition(
        ticketOf(...toResolved, task, event('incident.task_done', { taskId: 't1' }), told),
        'closed',
        law,
        say(),
      ),
    ).toMatchObject({ payload: { to: 'closed' } });
    const waived = event('incident.clock_waived', { code: 'full_72h', reason: 'Đã báo cáo chung với phiếu khác' });
    expect(transition(ticketOf(...toResolved, waived), 'closed', law, say())).toMatchObject({
      payload: { to: 'closed' },
    });
  });
  test('in a drill the clocks are practised, they do not hold the ticket open', () => {
    const [, ...rest] = toResolved;
    expect(
      transition(ticketOf(created({ mode: 'drill', drillId: 'd1' }), ...rest), 'closed', law, say()),
    ).toMatchObject({ payload: { to: 'closed' } });
  });
  test('cancelling, merging and reopening need a reason; merging needs another ticket', () => {
    expect(transition(ticketOf(created()), 'cancelled', law, say())).toMatchObject({ params: { fields: ['reason'] } });
    expect(transition(ticketOf(created()), 'merged', law, say('Trùng', 'ticket-1'))).toMatchObject({
      params: { fields: ['into'] },
    });
    expect(transition(ticketOf(...toResolved), 'in_progress', law, say())).toMatchObject({
      params: { fields: ['reason'] },
    });
    expect(transition(ticketOf(...toResolved), 'in_progress', law, say('Chưa ổn định'))).toMatchObject({
      type: 'incident.reopened',
    });
  });
});

test('an action without proof of effect is incomplete until the proof comes', () => {
  const bare = event('incident.action_added', {
    actionId: 'a1',
    at: 5,
    text: 'Chặn',
    proofOfAction: 'Ảnh',
    proofOfEffect: '',
  });
  const ticket = ticketOf(created(), bare);
  expect(incompleteActions(ticket).map(({ id }) => id)).toEqual(['a1']);
  const proved = event('incident.action_proved', { actionId: 'a1', proofOfAction: 'Ảnh', proofOfEffect: 'Nhật ký' });
  expect(incompleteActions(ticketOf(created(), bare, proved))).toEqual([]);
});

test('the timeline stands in the order in which things happened, and a correction may move an entry', () => {
  const note = (noteId: string, at: number) =>
    event('incident.noted', { noteId, at, kind: 'observation', text: noteId });
  const ticket = ticketOf(created(), note('later', 20), note('earlier', 10));
  expect(ticket.timeline.map(({ id }) => id)).toEqual(['earlier', 'later']);
  const corrected = ticketOf(
    created(),
    note('later', 20),
    note('earlier', 10),
    event('incident.note_corrected', { noteId: 'earlier', at: 30, kind: 'decision', text: 'sau' }),
  );
  expect(corrected.timeline.map(({ id, text }) => [id, text])).toEqual([
    ['later', 'later'],
    ['earlier', 'sau'],
  ]);
});

test('events of a ticket whose first entry was redacted are passed over', () => {
  expect(foldTicket(logged(action))).toBeUndefined();
  const drill = initialDrill('d1');
  for (const one of logged(action)) applyTickets(drill, one);
  expect(drill.tickets.size).toBe(0);
});

test('the drill keeps the same ticket as the fold of its own events', () => {
  const events = logged(...toResolved);
  const drill = initialDrill('d1');
  for (const one of events) applyTickets(drill, one);
  expect(drill.tickets.get('ticket-1')).toEqual(foldTicket(events));
});

/** What an independent reader of the rules would keep in mind. */
interface Model {
  status: TicketStatus;
  actions: number;
  explained: boolean;
  openTasks: number;
  reported: boolean;
}
interface Real {
  events: NewEvent[];
}
const read = (real: Real) => ticketOf(...real.events);
const apply = (real: Real, given: NewEvent) => void real.events.push(given);

class Step implements fc.Command<Model, Real> {
  readonly to: TicketStatus;
  readonly reason: string;
  constructor(to: TicketStatus, reason: string) {
    this.to = to;
    this.reason = reason;
  }
  check() {
    return true;
  }
  run(model: Model, real: Real) {
    const answer = transition(read(real), this.to, law, say(this.reason, 'ticket-2'));
    const may = this.mayGo(model);
    expect(answer instanceof Refusal, `${model.status} -> ${this.to}`).toBe(!may);
    expect(
      nextSteps(read(real), law).some(
        (step) => step.to === this.to && step.missing.length === 0 && !(step.needsReason && this.reason === ''),
      ),
    ).toBe(may);
    if (!(answer instanceof Refusal)) {
      apply(real, answer);
      model.status = this.to;
    }
    expect(read(real).status).toBe(model.status);
    expect(assertOpen(read(real)) === undefined).toBe(!['closed', 'cancelled', 'merged'].includes(model.status));
  }
  mayGo({ status, actions, explained, openTasks, reported }: Model): boolean {
    const order = ['new', 'acknowledged', 'in_progress', 'contained', 'resolved', 'closed'];
    const over = status === 'closed' || status === 'cancelled' || status === 'merged';
    if (this.to === 'cancelled' || this.to === 'merged') return !over && this.reason !== '';
    const forward = !over && order.indexOf(this.to) === order.indexOf(status) + 1;
    const back = this.to === 'in_progress' && (over || status === 'contained' || status === 'resolved');
    if (back) return this.reason !== '';
    if (!forward) return false;
    if (this.to === 'contained') return actions > 0;
    if (this.to === 'resolved') return explained;
    return this.to === 'closed' ? openTasks === 0 && reported : true;
  }
  toString() {
    return `step(${this.to}, ${this.reason})`;
  }
}

class Fact implements fc.Command<Model, Real> {
  readonly kind: 'action' | 'explain' | 'task' | 'settle' | 'report';
  constructor(kind: Fact['kind']) {
    this.kind = kind;
  }
  check() {
    return true;
  }
  run(model: Model, real: Real) {
    if (this.kind === 'action') model.actions += 1;
    if (this.kind === 'explain') model.explained = true;
    if (this.kind === 'report') model.reported = true;
    if (this.kind === 'task') model.openTasks += 1;
    if (this.kind === 'settle') model.openTasks = 0;
    if (this.kind === 'action') apply(real, action);
    if (this.kind === 'explain') apply(real, fixed);
    if (this.kind === 'report') apply(real, told);
    if (this.kind === 'task')
      apply(
        real,
        event('incident.task_added', { taskId: `t${real.events.length}`, title: 'x', assignee: null, dueAt: null }),
      );
    if (this.kind === 'settle')
      for (const task of read(real).tasks)
        apply(real, event('incident.task_waived', { taskId: task.id, reason: 'Không cần' }));
  }
  toString() {
    return this.kind;
  }
}

test('R23: no sequence of acts reaches an illegal step', () => {
  const anyStep = fc
    .tuple(fc.constantFrom(...ticketStatuses), fc.constantFrom('', 'Lý do'))
    .map(([to, reason]) => new Step(to, reason));
  const anyFact = fc
    .constantFrom('action', 'explain', 'task', 'settle', 'report')
    .map((kind) => new Fact(kind as Fact['kind']));
  const nextStep = fc
    .constantFrom('acknowledged', 'in_progress', 'contained', 'resolved', 'closed')
    .map((to) => new Step(to as TicketStatus, ''));
  fc.assert(
    fc.property(fc.commands([anyStep, anyFact, nextStep], { maxCommands: 30 }), (commands) => {
      const setup = () => ({
        model: { status: 'new' as TicketStatus, actions: 0, explained: false, openTasks: 0, reported: false },
        real: { events: [created()] },
      });
      fc.modelRun(setup, commands);
    }),
    { numRuns: 10_000 },
  );
}, 120_000);

test('every status has its steps, and none leads to itself', () => {
  for (const status of ticketStatuses) {
    expect(steps[status].length).toBeGreaterThan(0);
    expect(steps[status]).not.toContain(status);
  }
});
