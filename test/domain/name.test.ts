import { describe, expect, it, test } from 'vitest';
import fc from 'fast-check';
import { nameKey, safeFileName, spreadsheetSafe } from '#api/domain/name.ts';

const NAME = 'Đội Vĩnh Long';

describe('nameKey', () => {
  it('is readable', () => expect(nameKey(NAME)).toBe('đội vĩnh long'));

  test.each([
    ['NFD', NAME.normalize('NFD')],
    ['NFKD', NAME.normalize('NFKD')],
    ['upper case', 'ĐỘI VĨNH LONG'],
    ['lower case', 'đội vĩnh long'],
    ['Ð U+00D0', '\u00d0ội Vĩnh Long'],
    ['ð U+00F0', '\u00f0ội Vĩnh Long'],
    ['Ɖ U+0189', '\u0189ội Vĩnh Long'],
    ['D with a combining stroke', 'D\u0335ội Vĩnh Long'],
    ['Cyrillic о', 'Đội Vĩnh L\u043eng'],
    ['Cyrillic О under marks', 'Đ\u041e\u0323\u0302I VĨNH LONG'],
    ['Cyrillic і', 'Độ\u0456 Vĩnh Long'],
    ['Greek ο', 'Đội Vĩnh L\u03bfng'],
    ['Greek Ν in capitals', 'ĐỘI VĨ\u039dH LO\u039dG'],
    ['dotless ı', 'Độ\u0131 Vĩnh Long'],
    ['Ukrainian ї for ĩ', 'Đội V\u0457nh Long'],
    ['ī for ĩ', 'Đội V\u012bnh Long'],
    ['zero-width space', 'Đội\u200b Vĩnh Long'],
    ['zero-width joiner', 'Độ\u200di Vĩnh Long'],
    ['soft hyphen', 'Đội Vĩnh\u00ad Long'],
    ['byte order mark', '\ufeffĐội Vĩnh Long'],
    ['byte order mark within', 'Độ\ufeffi Vĩnh Long'],
    ['escape character', 'Độ\x1bi Vĩnh Long'],
    ['no-break space', 'Đội\u00a0Vĩnh Long'],
    ['ideographic space', 'Đội Vĩnh\u3000Long'],
    ['right-to-left mark', 'Đội Vĩnh Long\u200f'],
    ['right-to-left override', '\u202eĐội Vĩnh Long\u202c'],
    ['space after', 'Đội Vĩnh Long '],
    ['space before', ' Đội Vĩnh Long'],
    ['two spaces', 'Đội  Vĩnh Long'],
    ['tab', 'Đội\tVĩnh Long'],
    ['full-width letters', 'Đội Vĩnh Ｌｏｎｇ'],
    ['mathematical letters', 'Đội Vĩnh 𝐋𝐨𝐧𝐠'],
    ['ô + U+0323, as cp1258 keyboards write ộ', 'Đô\u0323i Vĩnh Long'],
  ])('takes for the same name: %s', (_, variant) => {
    expect(variant).not.toBe(NAME);
    expect(nameKey(variant)).toBe(nameKey(NAME));
  });

  test.each([
    ['Hoà', 'Hòa'],
    ['Thủy', 'Thuỷ'],
    ['Đội', 'Doi'],
    ['Đội', 'Dội'],
    ['Đội Vĩnh Long', 'Đội Vinh Long'],
    ['Ma', 'Mà'],
    ['Mả', 'Mã'],
    ['Má', 'Mạ'],
    ['Sơn', 'Sôn'],
    ['Sơn', 'Son'],
    ['Tân', 'Tăn'],
    ['Tư', 'Tu'],
    ['Đội 1', 'Đội 2'],
    ['Vĩnh Long', 'VĩnhLong'],
  ])('keeps apart %s and %s', (a, b) => expect(nameKey(a)).not.toBe(nameKey(b)));

  it('keeps apart all vowels with all tones', () => {
    const vowels = [...'aăâeêioôơuưy'].flatMap((v) =>
      ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].map((t) => v + t),
    );
    expect(new Set(vowels.map(nameKey)).size).toBe(72);
  });

  it('changes nothing the second time; NFD equals NFC', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (s) => {
        const key = nameKey(s);
        expect(nameKey(key)).toBe(key);
        expect(nameKey(s.normalize('NFD'))).toBe(nameKey(s.normalize('NFC')));
      }),
      { numRuns: 20_000 },
    );
  });

  it('sees through any mix of look-alikes and invisible characters', () => {
    const likes: Record<string, string> = {
      a: 'аɑα',
      c: 'с',
      e: 'е',
      g: 'ɡ',
      i: 'іıι',
      o: 'оο',
      p: 'рρ',
      s: 'ѕ',
      x: 'х',
      y: 'уγ',
      h: 'һ',
      v: 'ѵν',
      j: 'ј',
    };
    const letter = fc
      .constantFrom(...'abcdeghijklmnopqrstuvxyđ')
      .chain((l) => fc.tuple(fc.constant(l), fc.constantFrom(l, l.toUpperCase(), ...(likes[l] ?? ''))));
    const noise = fc.constantFrom('', '', '\u200b', '\u2060', '\u00ad', '\u200e', '\u0000');
    const mark = fc.constantFrom('', '\u0301', '\u0323', '\u0302');
    fc.assert(
      fc.property(fc.array(fc.tuple(letter, mark, noise), { minLength: 1, maxLength: 12 }), (parts) => {
        const plain = parts.map(([[l], m]) => l + m).join('');
        const forged = parts.map(([[, like], m, n]) => like + m + n).join('');
        expect(nameKey(forged)).toBe(nameKey(plain));
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('spreadsheetSafe', () => {
  test.each(['=1+1', '+84901', '-5', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\0=1', '＝1', '＋1', '－1', '＠a'])(
    'disarms %j',
    (cell) => expect(spreadsheetSafe(cell)).toBe(`'${cell}`),
  );
  test.each(['', 'Đội Vĩnh Long', '1-2', 'a=b', ' =1', '192.0.2.1'])('leaves %j', (cell) =>
    expect(spreadsheetSafe(cell)).toBe(cell),
  );
});

describe('safeFileName', () => {
  test.each([
    ['Báo cáo tấn công.doc', 'Báo cáo tấn công.doc'],
    ['Báo cáo tấn công.doc'.normalize('NFD'), 'Báo cáo tấn công.doc'],
    ['../../etc/passwd', 'etc-passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['C:\\Windows\\win.ini', 'C-Windows-win.ini'],
    ['05/BC-SKHCN.docx', '05-BC-SKHCN.docx'],
    ['a\0b\r\n\x1bc.txt', 'ab c.txt'],
    ['ảnh\u202egnp.exe', 'ảnhgnp.exe'],
    ['.htaccess', 'htaccess'],
    ['-rf.log', 'rf.log'],
    ['log . ', 'log'],
    ['con', '_con'],
    ['NUL.tar.gz', '_NUL.tar.gz'],
    ['con .txt', '_con.txt'],
    ['com¹.txt', '_com¹.txt'],
    ['Công văn.docx', 'Công văn.docx'],
    ['console.log', 'console.log'],
    ['...', '_'],
    ['', '_'],
    ['/', '_'],
  ])('%j -> %j', (input, name) => expect(safeFileName(input)).toBe(name));

  it('cuts a long name and keeps its extension', () => {
    const name = safeFileName(`${'Biên bản họp '.repeat(30)}.pdf`);
    expect(name).toHaveLength(120);
    expect(name.endsWith('.pdf')).toBe(true);
  });

  it('is a file name whatever comes in', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('../', '..\\', 'CON', '.', ' ', '-', '\0', 'x'.repeat(130)),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const name = safeFileName(pieces.join(''));
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(120);
        expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}]|^[.\s-]|[.\s]$/u);
        expect(name).toBe(name.normalize('NFC'));
        expect(safeFileName(name)).toBe(name);
        expect(safeFileName(pieces.join('').normalize('NFD'))).toBe(safeFileName(pieces.join('').normalize('NFC')));
      }),
      { numRuns: 10_000 },
    );
  });
});
