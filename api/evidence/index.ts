import type { Area } from '../kernel/area.ts';

export const evidenceArea: Area = { commands: [], queries: [], projector: {}, jobs: {} };
