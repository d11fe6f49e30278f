import { describe, expect, it, test } from 'vitest';
import fc from 'fast-check';
import { canonicalJson } from '#api/domain/canonical.ts';

/** The same value with the keys of every object in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, shuffled(item)] as const);
  return Object.fromEntries(entries.reverse());
}

describe('canonicalJson', () => {
  test.each([
    [null, 'null'],
    [-0, '0'],
    [1e21, '1e+21'],
    ['Đội "A"\n', '"Đội \\"A\\"\\n"'],
    [[1, 'a', null, []], '[1,"a",null,[]]'],
    [{ b: 1, a: { d: true, c: [] } }, '{"a":{"c":[],"d":true},"b":1}'],
    [{ b: undefined, a: 1 }, '{"a":1}'],
    [{ đ: 1, z: 2, e: 3, '10': 4, '9': 5 }, '{"10":4,"9":5,"e":3,"z":2,"đ":1}'],
    [Object.create(null), '{}'],
  ])('%j', (value, text) => expect(canonicalJson(value)).toBe(text));

  it('leaves the form of text alone: NFC and NFD are two values', () => {
    expect(canonicalJson('Đội'.normalize('NFD'))).not.toBe(canonicalJson('Đội'.normalize('NFC')));
  });

  test.each([
    ['NaN', NaN, '$'],
    ['Infinity', { a: [1, Infinity] }, '$.a[1]'],
    ['undefined', undefined, '$'],
    ['undefined in an array', [undefined], '$[0]'],
    ['a hole', new Array(1), '$[0]'],
    ['bigint', { n: 1n }, '$.n'],
    ['Date', { at: new Date(0) }, '$.at'],
    ['Map', new Map(), '$'],
    ['Uint8Array', new Uint8Array(1), '$'],
    ['function', { f: () => 1 }, '$.f'],
    ['symbol', Symbol('s'), '$'],
    [
      'class instance',
      new (class Point {
        x = 1;
      })(),
      '$',
    ],
  ])('refuses %s', (_, value, place) =>
    expect(() => canonicalJson(value)).toThrow(new TypeError(`canonical.not_json ${place}`)),
  );

  it('does not depend on the order of keys, and is read back as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(shuffled(value))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });
});
