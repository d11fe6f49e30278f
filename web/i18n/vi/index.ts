import { auth } from './auth.ts';
import { board } from './board.ts';
import { claim } from './claim.ts';
import { common } from './common.ts';
import { drill } from './drill.ts';
import { event } from './event.ts';
import { issue } from './issue.ts';
import { log } from './log.ts';
import { problem } from './problem.ts';
import { results } from './results.ts';
import { scenario } from './scenario.ts';
import { shell } from './shell.ts';
import { ui } from './ui.ts';

/** Vietnamese is the source language. One line an area; the same line stands in `en`. */
export const vi = {
  auth,
  board,
  claim,
  common,
  drill,
  event,
  issue,
  log,
  problem,
  results,
  scenario,
  shell,
  ui,
};
