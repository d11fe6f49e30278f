import { expect, test } from 'vitest';
import { ownPath } from '#web/session/form-act.ts';

/** Where a browser on our page would end up. */
const origin = (to: string) => new URL(ownPath(to), 'https://tt.example/login').origin;

// R19: the classics of open redirects, read the way a browser reads them.
test.each([
  'https://evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\\evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/a/../..//evil.example',
  '/%2e%2e//evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  ' //evil.example',
  '\u0000//evil.example',
  '/\t\\evil.example',
  'evil.example',
  '@evil.example',
  ':80',
  '?to=//evil.example',
  '/%09//evil.example',
  '/.\t//evil.example',
])('%j leads nowhere else', (to) => {
  expect(origin(to)).toBe('https://tt.example');
  expect(ownPath(to)).not.toMatch(/^\/[/\\]|[\t\r\n]/);
});

test('a path of our own stays what it is', () => {
  for (const to of ['/', '/drills/1/board?x=1&y=a%2Fb#top', '/incidents?search=m%C3%A3']) expect(ownPath(to)).toBe(to);
  expect([ownPath(null), ownPath(''), ownPath(undefined)]).toEqual(['/', '/', '/']);
});
