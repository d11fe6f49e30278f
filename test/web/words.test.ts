import { describe, expect, test } from 'vitest';
import { refusals } from '#api/domain/refusal.ts';
import { createFormat } from '#web/i18n/format.ts';
import { en } from '#web/i18n/en/index.ts';
import { vi } from '#web/i18n/vi/index.ts';
import { sayProblem } from '#web/problems.ts';
import { ownPath } from '#web/session/form-act.ts';
import { readPreferences } from '#web/session/preferences.ts';

const leaves = (value: object, path = ''): [string, unknown][] =>
  Object.entries(value).flatMap(([key, leaf]) =>
    typeof leaf === 'object' && leaf !== null
      ? leaves(leaf, `${path}${key}.`)
      : [[path + key, leaf] as [string, unknown]],
  );

describe('dictionaries', () => {
  test('both languages say the same keys', () => {
    expect(
      leaves(en)
        .map(([key]) => key)
        .sort(),
    ).toEqual(
      leaves(vi)
        .map(([key]) => key)
        .sort(),
    );
  });

  test('every refusal has words in both', () => {
    for (const code of Object.keys(refusals)) {
      expect(vi.problem, code).toHaveProperty([code]);
      expect(en.problem, code).toHaveProperty([code]);
    }
  });

  test('Vietnamese is composed (NFC) and nobody is called by a pronoun', () => {
    for (const [key, words] of leaves(vi)) {
      const text = String(words);
      expect(text, key).toBe(text.normalize('NFC'));
      expect(text, key).not.toMatch(/(^|\s)bạn(\s|[.,!?]|$)/i);
    }
  });
});

test('a refusal becomes one line a field and a summary that links to it', () => {
  const said = sayProblem(
    {
      code: 'request.invalid',
      issues: [{ path: ['targets', 0, 'name'], code: 'too_big', params: { maximum: 200, origin: 'string' } }],
    },
    vi,
  );
  expect(said.errors).toEqual({ 'targets.0.name': 'Không quá 200 ký tự.' });
  expect(said.summary).toEqual([{ name: 'targets.0.name', href: '#f-targets.0.name', text: 'Không quá 200 ký tự.' }]);
});

test('a refusal without a field says its code in words; an unknown code is still said', () => {
  expect(sayProblem({ code: 'forbidden' }, vi).summary[0]?.text).toBe(vi.problem.forbidden());
  expect(sayProblem({ code: 'nobody.knows' }, en).summary[0]?.text).toBe(en.problem['server.error']());
});

test('numbers, spans and missing values are written as Vietnamese papers write them', () => {
  const format = createFormat('vi');
  expect(format.number(1234.5)).toBe('1.234,5');
  expect(format.points(11_000)).toBe('110,00');
  expect(format.percent(0.715)).toBe('71,5 %');
  expect(format.bytes(1_536)).toBe('1,5 KB');
  expect(format.span(22 * 60_000)).toBe('22 phút');
  expect(format.span(185 * 60_000)).toBe('3 giờ 5 phút');
  expect(format.number(null)).toBe('—');
});

test.each([
  ['/incidents?sort=-at', '/incidents?sort=-at'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['', '/'],
])('after signing in goes from "%s" to "%s"', (to, path) => {
  expect(ownPath(to)).toBe(path);
});

test('unknown preferences become the defaults', () => {
  expect(readPreferences((name) => (name === 'tt_locale' ? 'xx' : '"><script>'))).toEqual({
    locale: 'vi',
    theme: 'auto',
  });
});
