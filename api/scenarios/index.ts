import type { Area } from '../kernel/area.ts';

export const scenariosArea: Area = { commands: [], queries: [], projector: {}, jobs: {} };
