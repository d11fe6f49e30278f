import { boardFreeze, boardReveal, boardUnfreeze } from '../contract/board.ts';
import { freezeBoard, revealTeam, unfreezeBoard, waiting } from '../domain/drill/board-acts.ts';
import { sightWithin } from '../claims/seen.ts';
import type { Sight } from '../claims/seen.ts';
import { drillCommand, ok } from '../drills/drill-command.ts';
import { drillStream } from '../drills/fold.ts';
import { checkpointJobs } from '../drills/tick.ts';
import { command } from '../kernel/command.ts';

export const freezeBoardCommand = drillCommand({
  operation: boardFreeze,
  decide: (state, { body, call }) => freezeBoard(state, call.at, body.reason),
  jobs: checkpointJobs,
  answer: ok,
});

export const unfreezeBoardCommand = drillCommand({
  operation: boardUnfreeze,
  decide: (state, { body, call }) => unfreezeBoard(state, call.at, body.reason),
  answer: ok,
});

export const revealTeamCommand = command<typeof boardReveal, Sight>({
  operation: boardReveal,
  stream: ({ params }) => drillStream(params.drill),
  load: (trx, { params, actor, call }, kernel) => sightWithin(trx, kernel, actor, params.drill, call.at),
  decide: ({ state, view }, { body, call }) => revealTeam(state, view.shown, call.at, body.teamId),
  answer: (events, _args, { state, view }) => {
    const teamId = events[0]?.subject ?? '';
    return { teamId, left: waiting(view.shown, [...state.freeze.revealed, teamId]).length };
  },
});
