import { scoreAdjust } from '../contract/scores.ts';
import { ticketGrade } from '../contract/ticket-grades.ts';
import { adjustScore, gradeTicket } from '../domain/drill/scores-by-hand.ts';
import { priceTicket } from '../domain/drill/scoring.ts';
import { refuse } from '../domain/refusal.ts';
import { drillCommand, ok } from '../drills/drill-command.ts';
import { doerOf } from './seen.ts';

export const adjustScoreCommand = drillCommand({
  operation: scoreAdjust,
  decide: (state, { actor, body }) =>
    adjustScore(state, doerOf(actor), body.teamId, body.points, body.rule, body.reason),
  answer: ok,
});

export const gradeTicketCommand = drillCommand({
  operation: ticketGrade,
  decide: (state, { actor, params, body }) => {
    const teamId = state.tickets.get(params.ticket)?.teamId;
    if (!teamId) return refuse('not_found');
    return gradeTicket(state, doerOf(actor), params.ticket, teamId, body.marks, body.reason, body.supersedes);
  },
  answer: (events, { body }, state) => ({
    points: priceTicket(state.rules, body.marks).points,
    seq: events[0]?.seq ?? 0,
  }),
});
