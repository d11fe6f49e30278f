import { auth } from './auth.ts';
import { board } from './board.ts';
import { common } from './common.ts';
import { issue } from './issue.ts';
import { problem } from './problem.ts';
import { scenario } from './scenario.ts';
import { shell } from './shell.ts';
import { ui } from './ui.ts';

/** Vietnamese is the source language. One line an area; the same line stands in `en`. */
export const vi = {
  auth,
  board,
  common,
  issue,
  problem,
  scenario,
  shell,
  ui,
};
