import type { Dictionary } from '../index.ts';
import { auth } from './auth.ts';
import { board } from './board.ts';
import { claim } from './claim.ts';
import { common } from './common.ts';
import { control } from './control.ts';
import { drill } from './drill.ts';
import { event } from './event.ts';
import { incident } from './incident.ts';
import { issue } from './issue.ts';
import { log } from './log.ts';
import { people } from './people.ts';
import { posture } from './posture.ts';
import { plan } from './plan.ts';
import { problem } from './problem.ts';
import { registry } from './registry.ts';
import { results } from './results.ts';
import { scenario } from './scenario.ts';
import { search } from './search.ts';
import { shell } from './shell.ts';
import { ui } from './ui.ts';

/** English; a key that Vietnamese has and English lacks is a type error. */
export const en: Dictionary = {
  auth,
  board,
  claim,
  common,
  control,
  drill,
  event,
  incident,
  issue,
  log,
  people,
  posture,
  plan,
  problem,
  registry,
  results,
  scenario,
  search,
  shell,
  ui,
};
