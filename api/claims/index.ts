import type { Area } from '../kernel/area.ts';

export const claimsArea: Area = { commands: [], queries: [], projector: {}, jobs: {} };
