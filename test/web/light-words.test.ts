import { expect, test } from 'vitest';
import { en } from '#web/i18n/en/index.ts';
import { vi } from '#web/i18n/vi/index.ts';
import { wordFiles } from '#web/light-words.ts';
import { wordsOf } from '#web/words-of.ts';

const page = (route: string) => `web/routes/${route}/+page.svelte`;
const read = (file: string | undefined): unknown =>
  new Function(`${file?.replace('export default', 'return')}`)() as unknown;

test('a page is given the words it says, those of the frame around it, and no others', () => {
  const login = wordsOf(page('(public)/login'));
  expect([...login]).toEqual(
    expect.arrayContaining(['auth.signIn', 'shell.preferences', 'ui.errorTitle', 'common.appName']),
  );
  expect([...login].filter((key) => /^(incident|drill|board)/.test(key))).toEqual([]);
  // Said by a component of a component, as a whole area, in a file that only talks of words.
  expect(wordsOf(page('(app)/drills/[drill]/tickets/[ticket]'))).toContain('incident.status');
  expect(wordsOf(page('(app)/drills/[drill]/log'))).toContain('event');
});

test('the files of words say what the dictionaries say', () => {
  const files = wordFiles();
  for (const [locale, whole] of Object.entries({ vi, en })) {
    const told = read(files.get(`${locale}/drills-drill-control.js`)) as typeof vi;
    expect(told.control.title).toBe(whole.control.title);
    expect(told.shell.account({ name: 'An' })).toBe(whole.shell.account({ name: 'An' }));
    expect(told).not.toHaveProperty('problem');
  }
});

test('words stand on their own: what makes a sentence is in its function', () => {
  const { issue: _vi, problem: _problem, ...words } = vi;
  const { issue: _en, problem: _problems, ...others } = en;
  // Whatever a sentence is told, it may use as text, number or list.
  const told = new Proxy({}, { get: () => 3 });
  const say = (word: (p: unknown) => unknown) => {
    try {
      return word(told);
    } catch (error) {
      return String(error);
    }
  };
  const each = (value: unknown): void => {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(each);
    if (typeof value !== 'function') return;
    const alone = read(`return ${value.toString()}`) as (p: unknown) => unknown;
    const sentence = say(alone);
    expect(sentence).toBe(say(value as (p: unknown) => unknown));
    expect(sentence).not.toMatch(/ReferenceError/);
  };
  each(words);
  each(others);
});
