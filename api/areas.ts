import { authArea } from './auth/index.ts';
import { boardArea } from './board/index.ts';
import { drillLive } from './board/live.ts';
import { claimsArea } from './claims/index.ts';
import { drillsArea } from './drills/index.ts';
import { evidenceArea } from './evidence/index.ts';
import { incidentLive, incidentsArea } from './incidents/index.ts';
import type { Area } from './kernel/area.ts';
import type { LiveSource } from './live/source.ts';
import { logArea } from './log/index.ts';
import { postureArea } from './posture/index.ts';
import { registryArea } from './registry/index.ts';
import { scenariosArea } from './scenarios/index.ts';
import { systemArea } from './system/index.ts';

/** Every area of the product, in the order their projectors run. */
export const areas: readonly Area[] = [
  systemArea,
  authArea,
  registryArea,
  scenariosArea,
  drillsArea,
  claimsArea,
  boardArea,
  evidenceArea,
  incidentsArea,
  postureArea,
  logArea,
];

export const liveSources: readonly LiveSource[] = [drillLive, incidentLive];
