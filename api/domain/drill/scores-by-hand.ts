import { refuse } from '../refusal.ts';
import { nameOf, refuseOwn } from './doer.ts';
import type { Doer, Outcome } from './doer.ts';
import type { DrillState } from './state.ts';

/** Points by hand: a breach of the rules costs, a bonus earns, a correction may do either. */
export function adjustScore(
  state: DrillState,
  doer: Doer,
  teamId: string,
  points: number,
  rule: 'breach' | 'correction' | 'bonus',
  reason: string,
): Outcome {
  if (!state.teams.has(teamId)) return refuse('not_found');
  const refusal = refuseOwn(state, teamId, doer);
  if (refusal) return refusal;
  const wrongSign = (rule === 'breach' && points >= 0) || (rule === 'bonus' && points <= 0) || points === 0;
  if (wrongSign) return refuse('request.invalid', {}, [{ path: ['points'], code: `score.${rule}_sign` }]);
  return [{ type: 'score.adjusted', subject: teamId, payload: { teamId, points, rule, reason } }];
}

/** Marks of a defence team's ticket: percent for criteria of the rules. A later grade names the one it replaces. */
export function gradeTicket(
  state: DrillState,
  doer: Doer,
  ticketId: string,
  teamId: string,
  marks: Record<string, number>,
  reason: string,
  supersedes: number | null,
): Outcome {
  const refusal = refuseOwn(state, teamId, doer);
  if (refusal) return refusal;
  const before = state.grades.get(ticketId);
  if ((before?.seq ?? null) !== supersedes)
    return refuse(supersedes === null ? 'ticket.already_graded' : 'conflict.stale', nameOf(state, before?.by));
  if (before && reason === '') return refuse('request.invalid', {}, [{ path: ['reason'], code: 'required' }]);
  const unknown = Object.keys(marks).filter((criterion) => !Object.hasOwn(state.rules.ticket, criterion));
  if (unknown.length > 0)
    return refuse(
      'request.invalid',
      {},
      unknown.map((criterion) => ({ path: ['marks', criterion], code: 'ticket.criterion_unknown' })),
    );
  return [{ type: 'ticket.graded', subject: ticketId, payload: { ticketId, teamId, marks, reason, supersedes } }];
}
