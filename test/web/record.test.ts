import { describe, expect, test } from 'vitest';
import { recordFrom } from '#web/record.ts';
import type { SessionUser } from '#web/session/session.ts';

const sitting = (...seats: [drillId: string, role: 'red' | 'blue' | 'judge'][]): SessionUser => ({
  id: 'a',
  login: 'a',
  name: 'A',
  locale: 'vi',
  organisation: null,
  grants: [],
  seats: seats.map(([drillId, role]) => ({ drillId, role, teamId: null, captain: false })),
  freshAt: 0,
  mustChangePassword: false,
});

describe('what C records', () => {
  test.each([
    [sitting(['d', 'red']), '/drills/d/board', 'live', '/drills/d/claims/new', 'claim'],
    [sitting(['d', 'blue']), '/drills/d', 'paused', '/drills/d/tickets/new', 'ticket'],
    [sitting(['d', 'red']), '/drills/other', 'live', '/incidents/new', 'realIncident'],
    [sitting(['d', 'red']), '/drills/d', 'published', '/incidents/new', 'realIncident'],
    [sitting(['d', 'red']), '/', undefined, '/incidents/new', 'realIncident'],
    [sitting(['d', 'judge']), '/drills/d', 'live', '/incidents/new', 'incident'],
    [sitting(), '/incidents', undefined, '/incidents/new', 'incident'],
  ] as const)('%#', (user, path, status, href, what) => expect(recordFrom(user, path, status)).toEqual({ href, what }));
});
