import type { Area } from '../kernel/area.ts';
import { listRemediations } from './list-remediations.ts';
import { projectRemediation } from './project.ts';
import { listPostureUnits } from './list-units.ts';
import { listPostureSystems, readPosture, readPostureHome } from './read-posture.ts';
import { readWork } from './read-work.ts';
import { fixRemediation, retestRemediation, scheduleRemediation } from './remediation-commands.ts';

export const postureArea: Area = {
  commands: [scheduleRemediation, fixRemediation, retestRemediation],
  queries: [readPostureHome, readPosture, listPostureUnits, listPostureSystems, listRemediations, readWork],
  projector: projectRemediation,
  jobs: {},
};
