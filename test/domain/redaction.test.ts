import { expect, test } from 'vitest';
import { blank } from '#api/domain/blank.ts';
import { blankableIn, redact, redactAll, texts, textsOf } from '#api/domain/redaction.ts';
import type { Held } from '#api/domain/redaction.ts';
import { kept } from '#api/domain/redaction-kept.ts';
import { Refusal } from '#api/domain/refusal.ts';
import { declaredEvents } from '#test/events.ts';
import { declaredStrings } from '#test/event-strings.ts';

const declared = declaredStrings();
/** Made by the server, and called so. */
const isId = (path: string) => /(?:^|\.)id$|Ids?(?:\.\*)?$/.test(path);
const told = (table: Partial<Record<string, readonly string[]>>, type: string) => table[type] ?? [];

test('every type of the catalogue was looked at', () => {
  expect(Object.keys(declared).sort()).toEqual(
    declaredEvents()
      .flatMap(([, types]) => types)
      .sort(),
  );
});

test('every text of every type can be blanked, or stays for a reason on record', () => {
  const forgotten = Object.entries(declared).flatMap(([type, paths]) => {
    const known = [...told(texts, type), ...Object.values(kept).flatMap((table) => told(table, type))];
    return paths.filter((path) => !isId(path) && !known.includes(path)).map((path) => `${type} ${path}`);
  });
  expect(forgotten).toEqual([]);
});

test('what stays is not blanked as well, stays for one reason, and is there', () => {
  for (const table of Object.values(kept))
    for (const [type, paths] of Object.entries(table))
      for (const path of paths as readonly string[]) {
        const reasons = Object.values(kept).filter((other) => told(other, type).includes(path));
        expect([type, path, reasons.length, told(texts, type).includes(path)]).toEqual([type, path, 1, false]);
        expect(declared[type]).toContain(path);
      }
});

const entry = (type: string, payload: unknown): Held => ({ seq: 7, type, subject: 's', payload, redacted: false });
const rest = (decided: ReturnType<typeof redact>) =>
  decided instanceof Refusal
    ? decided.code
    : (decided[0]?.payload as { entries: { rest: unknown }[] }).entries[0]?.rest;

const published = entry('drill.published', {
  prizes: [
    { tier: 'first', side: 'red', teamIds: ['a'], reason: 'nhanh nhất' },
    { tier: 'second', side: 'red', teamIds: ['b'], reason: '' },
    { tier: 'third', side: 'red', teamIds: ['c'], reason: 'bền bỉ' },
  ],
});

test('texts within lists are found one by one', () => {
  expect(textsOf(published)).toEqual(['prizes.0.reason', 'prizes.2.reason']);
  expect(rest(redact(published, 'x'))).toMatchObject({
    prizes: [{ reason: blank }, { reason: '' }, { reason: blank }],
  });
});

test('only those asked for go', () => {
  expect(rest(redact(published, 'x', ['prizes.2.reason']))).toMatchObject({
    prizes: [{ reason: 'nhanh nhất' }, { teamIds: ['b'] }, { reason: blank }],
  });
  expect(rest(redact(published, 'x', ['prizes.1.reason', 'prizes.0.tier']))).toBe('redaction.nothing');
});

test('what was blanked already is no text any more', () => {
  const renamed = entry('organisation.renamed', {
    organisationId: 'o',
    name: blank,
    shortName: null,
    validFrom: '2026-01-01',
  });
  expect(rest(redact(renamed, 'x'))).toBe('redaction.nothing');
  expect(rest(redact({ ...published, redacted: true }, 'x'))).toBe('redaction.done');
});

test('who somebody is goes by erasing the account only', () => {
  const account = entry('account.created', {
    accountId: 'a',
    login: 'an',
    name: 'An',
    organisationId: null,
    email: null,
  });
  expect(blankableIn(account)).toEqual([]);
  expect(rest(redact(account, 'x'))).toBe('redaction.person');
  expect(redactAll([account], 'a', 'x')).toMatchObject([
    { payload: { entries: [{ rest: { login: 'erased-a', name: blank, email: null } }] } },
  ]);
});
