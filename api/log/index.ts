import type { Area } from '../kernel/area.ts';
import { exportLog, exportSharedLog } from './export-log.ts';
import { readAudit } from './read-audit.ts';
import { listCheckpoints, readHeadStatement } from './read-checkpoints.ts';
import { readLog } from './read-log.ts';

export const logArea: Area = {
  commands: [],
  queries: [readLog, exportLog, exportSharedLog, listCheckpoints, readHeadStatement, readAudit],
  projector: {},
  jobs: {},
};
