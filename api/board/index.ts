import type { Area } from '../kernel/area.ts';

export const boardArea: Area = { commands: [], queries: [], projector: {}, jobs: {} };
