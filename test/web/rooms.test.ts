import { expect, test } from 'vitest';
import { roomsOf } from '#web/ui/drill/drill-tabs.ts';

type Entrant = Parameters<typeof roomsOf>[0];
const me = { teamId: null, captain: false, rulesAccepted: true, pledged: true, mayAct: true };
const words = (audience: Entrant['audience'], status: Entrant['status'], seat: Entrant['me'] = me) =>
  roomsOf({ audience, status, me: seat }).map(({ word }) => word);

test('the replay opens to control and judges at the end, to everyone with a seat once it is published', () => {
  for (const [audience, status, open] of [
    ['control', 'live', false],
    ['control', 'ended', true],
    ['judge', 'judging', true],
    ['red', 'judging', false],
    ['red', 'published', true],
    ['blue', 'published', true],
    ['observer', 'published', true],
  ] as const)
    expect(words(audience, status).includes('replay'), `${audience} ${status}`).toBe(open);
});

test('whoever only oversees the host is not sent into rooms that ask for a seat', () => {
  expect(words('observer', 'judging', null)).toEqual(['overview', 'board']);
  expect(words('observer', 'published', null)).not.toContain('log');
});
