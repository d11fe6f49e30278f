import type { Area } from '../kernel/area.ts';

export const drillsArea: Area = { commands: [], queries: [], projector: {}, jobs: {} };
