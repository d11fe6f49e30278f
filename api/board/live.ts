import type { LiveSource } from '../live/source.ts';

export const drillLive: LiveSource = { prefix: 'drill:', audience: async () => undefined, feed: () => ({ entries: [], catchUp: async () => {} }) };
