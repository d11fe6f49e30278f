import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commands } from '#api/cli/commands.ts';
import { operations } from '#api/contract/index.ts';
import { refusals } from '#api/domain/refusal.ts';
import { logEvents } from '#api/kernel/log-events.ts';
import { faultCodes } from '#api/domain/verify.ts';
import { en } from '#web/i18n/en/index.ts';
import { vi } from '#web/i18n/vi/index.ts';
import { declaredEvents, jobKinds } from '#test/events.ts';

const root = new URL('../..', import.meta.url);
const read = (file: string) => readFileSync(fileURLToPath(new URL(file, root)), 'utf8');
const keys = (dictionary: object) => Object.keys(dictionary).sort();

/** The keys of a dictionary, at every depth, with what stands there. */
function leaves(value: unknown, at = ''): [path: string, leaf: unknown][] {
  if (typeof value !== 'object' || value === null) return [[at, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, at === '' ? key : `${at} › ${key}`));
}

describe.each([
  ['vi', vi],
  ['en', en],
] as const)('the words in %s', (locale, dictionary) => {
  it('say every refusal', () => {
    expect(keys(dictionary.problem)).toEqual(['network', ...Object.keys(refusals)].sort());
  });

  it('say every event', () => {
    expect(keys(dictionary.event)).toEqual(
      declaredEvents()
        .flatMap(([, types]) => types)
        .sort(),
    );
  });

  it('are composed and not empty', () => {
    const faulty = leaves(dictionary).filter(
      ([, leaf]) => typeof leaf === 'string' && (leaf.trim() === '' || leaf !== leaf.normalize('NFC')),
    );
    expect(faulty).toEqual([]);
  });

  it(locale === 'vi' ? 'address nobody as "bạn"' : 'are not Vietnamese', () => {
    const pattern =
      locale === 'vi' ? /(^|[^\p{L}])bạn([^\p{L}]|$)/iu : /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;
    const found = leaves(dictionary)
      .filter(([, leaf]) => typeof leaf === 'string' && pattern.test(leaf))
      .map(([path, leaf]) => `${path}: ${String(leaf)}`);
    expect(found.filter((line) => locale === 'vi' || !/tiếng việt|thao trường/i.test(line))).toEqual([]);
  });
});

it('both languages have the same words', () => {
  expect(
    leaves(en)
      .map(([path]) => path)
      .sort(),
  ).toEqual(
    leaves(vi)
      .map(([path]) => path)
      .sort(),
  );
});

describe('the documents', () => {
  it('list every event and job', () => {
    const catalogue = read('api/EVENTS.md');
    const names = [...declaredEvents().flatMap(([, types]) => types), ...jobKinds()];
    expect(names.length).toBeGreaterThan(60);
    expect(names.filter((name) => !catalogue.includes(`\`${name}\``))).toEqual([]);
  });

  it('describe every operation', () => {
    expect(operations.filter(({ summary }) => !/^\S.{8,}\S$/s.test(summary)).map(({ name }) => name)).toEqual([]);
    const document = read('api/openapi.json');
    expect(
      operations.filter(({ name }) => !document.includes(`"operationId": "${name}"`)).map(({ name }) => name),
    ).toEqual([]);
  });

  it('name every command of the command line', () => {
    const text = read('README.md');
    expect(Object.keys(commands).filter((name) => !text.includes(`cli -- ${name}`))).toEqual([]);
  });

  it('name every setting', () => {
    const settings = [...read('api/configuration.ts').matchAll(/env\['([A-Z_]+)'\]/g)].map(([, name = '']) => name);
    expect(settings.length).toBeGreaterThan(4);
    const text = read('README.md');
    expect(settings.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  it('name every kind of line in the log of the server', () => {
    const text = read('api/README.md');
    expect(logEvents.filter((event) => !text.includes(`\`${event}\``))).toEqual([]);
  });

  it('name every script', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const own = Object.keys(scripts).filter((name) => !['prepare', 'build'].includes(name));
    const text = read('CONTRIBUTING.md');
    expect(own.filter((name) => !text.includes(`npm run ${name}`) && !text.includes(`npm ${name}`))).toEqual([]);
  });

  it('codes are words of one style', () => {
    const codes = [...Object.keys(refusals), ...operations.map(({ name }) => name), ...faultCodes];
    expect(codes.filter((code) => !/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$/.test(code))).toEqual([]);
    expect(new Set(operations.map(({ name }) => name)).size).toBe(operations.length);
  });
});
