import type { Area } from '../kernel/area.ts';
import { exportLog, exportSharedLog } from './export-log.ts';
import { readAudit } from './read-audit.ts';
import { listCheckpoints, readHeadStatement } from './read-checkpoints.ts';
import { readIncidentLog } from './read-incident-log.ts';
import { readLog } from './read-log.ts';
import { redactEvent } from './redact-event.ts';

export const logArea: Area = {
  commands: [redactEvent],
  queries: [readLog, exportLog, exportSharedLog, listCheckpoints, readHeadStatement, readAudit, readIncidentLog],
  projector: {},
  jobs: {},
};
