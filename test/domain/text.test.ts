import { describe, expect, it, test } from 'vitest';
import fc from 'fast-check';
import { cleanText, fold, meantInTelex, nfc, searchTerms, tokens } from '#api/domain/text.ts';

describe('fold', () => {
  test.each([
    ['Đồng Tháp', 'dong thap'],
    ['ĐỒNG THÁP', 'dong thap'],
    ['Đồng Tháp'.normalize('NFD'), 'dong thap'],
    ['Hoà Bình', 'hoa binh'],
    ['Hòa Bình', 'hoa binh'],
    ['Đội', 'doi'],
    ['\u00d0ội', 'doi'], // Ð of Icelandic
    ['\u0189ội', 'doi'], // Ɖ of Ewe
    ['\u00f0\u0256đ', 'ddd'],
    ['ê\u0301', 'e'], // as cp1258 keyboards write ế
    ['  Sự   cố\u00a0\t an ninh ', 'su co an ninh'],
    ['Tổ\u200b ứng cứu', 'to ung cuu'],
    ['05/BC-SKHCN', '05/bc-skhcn'],
  ])('%j -> %j', (input, folded) => expect(fold(input)).toBe(folded));

  it('leaves no mark on any Vietnamese vowel', () => {
    const vowels = [...'aăâeêioôơuưy'].flatMap((v) =>
      ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].map((t) => nfc(v + t)),
    );
    for (const v of vowels) for (const form of [v, v.toUpperCase()]) expect(fold(form)).toMatch(/^[aeiouy]$/);
  });

  it('gives the same for NFC and NFD, and folds nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (s) => {
        expect(fold(s.normalize('NFD'))).toBe(fold(s.normalize('NFC')));
        expect(fold(fold(s))).toBe(fold(s));
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('tokens', () => {
  test.each([
    ['Tổ ứng cứu sự cố', ['to', 'ung', 'cuu', 'su', 'co']],
    ['KH 78/KH-UBND', ['kh', '78', 'kh', 'ubnd']],
    ['"đội" OR (x*) AND -y', ['doi', 'or', 'x', 'and', 'y']],
    [' … ', []],
  ])('%j', (input, list) => expect(tokens(input)).toEqual(list));
});

describe('searchTerms', () => {
  const either = ['an toan thong tin mang', 'an toan thong tin', 'an ninh mang', 'attt', 'anm'];

  test.each([
    ['Đồng Tháp', [['dong'], ['thap']]],
    ['sự cố an ninh mạng', [['su'], ['co'], either]],
    ['An toàn thông tin cấp 3', [either, ['cap'], ['3']]],
    ['an toàn thông tin mạng', [either]],
    ['ATTT', [either]],
    ['an ninh mạnh', [['an'], ['ninh'], ['manh']]],
    ['Ddoongf Nai', [['ddoongf', 'dong'], ['nai']]],
    ['', []],
  ])('%j', (query, terms) => expect(searchTerms(query)).toEqual(terms));
});

describe('Telex keys typed without an input method', () => {
  test.each([
    ['dieenx', 'dien'],
    ['taapj', 'tap'],
    ['ddoongf', 'dong'],
    ['nguwowif', 'nguoi'],
    ['tuyeern', 'tuyen'],
    ['quoocs', 'quoc'],
    ['vixnh', 'vinh'],
    ['dien', null],
    ['nghiem', null],
    ['address', null],
    ['portal', null],
    ['vnpt', null],
  ])('%s -> %s', (typed, meant) => expect(meantInTelex(typed)).toBe(meant));
});

describe('cleanText', () => {
  test.each([
    ['  Đội Vĩnh Long ', 'Đội Vĩnh Long'],
    ['Đội'.normalize('NFD'), 'Đội'],
    ['', ''],
  ])('keeps %j as %j', (input, value) => expect(cleanText(input)).toEqual({ ok: true, value }));

  it('keeps lines and tabs only where several lines are asked', () => {
    expect(cleanText('a\r\nb\tc\rd', { multiline: true })).toEqual({ ok: true, value: 'a\nb\tc\nd' });
    expect(cleanText('a\nb')).toEqual({ ok: false, code: 'text.control' });
    expect(cleanText('a\tb')).toEqual({ ok: false, code: 'text.control' });
  });

  const refused: [string, string[]][] = [
    ['text.bidi', [...'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c']],
    ['text.invisible', [...'\u200b\u200c\u200d\u2060\u00ad\ufeff\u3164\u115f\u180e\ufe0f\u2800\u{e0041}']],
    ['text.control', [...'\0\x01\x07\x0b\x1b\x7f\x85\x9b\u2028\u2029\ud800\ue000\ufffe\u{10ffff}']],
  ];
  for (const [code, characters] of refused) {
    test.each(characters.map((c) => [c.codePointAt(0)?.toString(16), c]))(`${code}: U+%s`, (_, c) => {
      for (const multiline of [false, true]) expect(cleanText(`a${c}b`, { multiline })).toEqual({ ok: false, code });
    });
  }
});
