import type { Area } from '../kernel/area.ts';
import type { LiveSource } from '../live/source.ts';

export const incidentsArea: Area = { commands: [], queries: [], projector: {}, jobs: {} };

export const incidentLive: LiveSource = { prefix: 'incident:', audience: async () => undefined, feed: () => ({ entries: [], catchUp: async () => {} }) };
