import type { Area } from '../kernel/area.ts';

export const postureArea: Area = { commands: [], queries: [], projector: {}, jobs: {} };
