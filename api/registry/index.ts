import type { Area } from '../kernel/area.ts';

export const registryArea: Area = { commands: [], queries: [], projector: {}, jobs: {} };
