import type { Area } from '../kernel/area.ts';
import { resultCommands, resultQueries } from '../results/index.ts';
import { freezeBoardCommand, revealTeamCommand, unfreezeBoardCommand } from './freeze-acts.ts';
import { readCheckpointCode } from './checkpoint-code.ts';
import { readBoard, readPublicBoard, readPublicSeries, readSeries } from './read-board.ts';

/** The scoreboard from the first point to the prize list. */
export const boardArea: Area = {
  commands: [freezeBoardCommand, unfreezeBoardCommand, revealTeamCommand, ...resultCommands],
  queries: [readBoard, readPublicBoard, readSeries, readPublicSeries, readCheckpointCode, ...resultQueries],
  projector: {},
  jobs: {},
};
