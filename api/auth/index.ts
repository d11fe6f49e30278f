import type { Area } from '../kernel/area.ts';

export const authArea: Area = { commands: [], queries: [], projector: {}, jobs: {} };
