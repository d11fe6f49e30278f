import { expect, test } from 'vitest';
import { attackNotice, attackVersion, tactics, techniqueById, techniques } from '#db/reference/attack.ts';

const repeated = (values: readonly string[]) => values.filter((value, i) => values.indexOf(value) !== i);

/** Products, protocols and languages whose name is the same in Vietnamese. */
const SAME_IN_BOTH = [
  'T1021.004', // SSH
  'T1021.005', // VNC
  'T1059.001', // PowerShell
  'T1059.002', // AppleScript
  'T1059.005', // Visual Basic
  'T1059.006', // Python
  'T1059.007', // JavaScript
  'T1059.011', // Lua
];

test('the whole of ATT&CK Enterprise 18.1 is there, with its notice', () => {
  expect(attackVersion).toBe('18.1');
  expect(attackNotice).toContain('© 2025 The MITRE Corporation');
  expect(techniques).toHaveLength(691);
  expect(techniques.filter((t) => t.parent === null)).toHaveLength(216);
  expect(tactics).toHaveLength(14);
});

test('ids are well formed, unique and in order', () => {
  const ids = techniques.map((t) => t.id);
  expect(ids.filter((id) => !/^T\d{4}(\.\d{3})?$/.test(id))).toEqual([]);
  expect(repeated(ids)).toEqual([]);
  expect(ids).toEqual(ids.toSorted());
  expect(tactics.filter((t) => !/^TA\d{4}$/.test(t.id))).toEqual([]);
  expect(repeated(tactics.map((t) => t.id))).toEqual([]);
  expect(repeated(tactics.map((t) => t.key))).toEqual([]);
});

test('every name is present, trimmed, NFC and free of invisible characters', () => {
  const clean = (name: string) =>
    name !== '' && name === name.trim() && name === name.normalize('NFC') && !/\p{C}|\s{2}|[^\S ]/u.test(name);
  const names = [...techniques, ...tactics].flatMap((row) => [row.name, row.nameVi]);
  expect(names.filter((name) => !clean(name))).toEqual([]);
});

test('Vietnamese names put the tone mark where the rest of the product does (hóa, xóa, khóa, hủy, ủy)', () => {
  const names = [...techniques, ...tactics].map((row) => row.nameVi.toLowerCase());
  expect(names.filter((name) => /o[àáảãạ](?!\p{L})|o[èéẻẽẹ](?!\p{L})|(?<!q)u[ỳýỷỹỵ](?!\p{L})/u.test(name))).toEqual([]);
});

test('a name stays untranslated only where it is a product, protocol or language', () => {
  expect(techniques.filter((t) => t.nameVi === t.name).map((t) => t.id)).toEqual(SAME_IN_BOTH);
});

test('every sub-technique has a top-level parent in the table', () => {
  const orphans = techniques.filter((t) => t.parent !== null && techniqueById(t.parent)?.parent !== null);
  expect(orphans).toEqual([]);
});

test('every technique serves at least one tactic, all known, none twice, in matrix order', () => {
  const order = tactics.map((t) => t.key);
  const expected = (keys: readonly string[]) => order.filter((key) => keys.includes(key));
  for (const t of techniques) {
    expect(t.tactics.length, t.id).toBeGreaterThan(0);
    expect(t.tactics, t.id).toEqual(expected(t.tactics));
  }
  expect(order.filter((key) => !techniques.some((t) => t.tactics.includes(key)))).toEqual([]);
});

test('siblings never share a Vietnamese name', () => {
  expect(repeated(techniques.map((t) => `${t.parent ?? ''} ${t.nameVi}`))).toEqual([]);
  expect(repeated(tactics.map((t) => t.nameVi))).toEqual([]);
});

test('a technique is found by its exact id only', () => {
  expect(techniqueById('T1190')).toEqual({
    id: 'T1190',
    name: 'Exploit Public-Facing Application',
    nameVi: 'Khai thác ứng dụng công khai ra Internet',
    tactics: ['initial-access'],
    parent: null,
  });
  expect(techniqueById('T1059.001')?.parent).toBe('T1059');
  for (const id of ['', 't1190', 'T1190 ', 'T9999', 'constructor']) expect(techniqueById(id)).toBeUndefined();
});
