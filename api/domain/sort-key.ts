// Order of Intl.Collator('vi'): space, punctuation, digits, then the Vietnamese alphabet with f j w z in their Latin places.
const ORDER = ` _-,;:!?.'"()[]{}@*/\\&#%\`^+<=>|~$0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz`;
// ngang first (no mark), then huyền, hỏi, ngã, sắc, nặng.
const TONES = '\u0300\u0309\u0303\u0301\u0323';
const LETTER_MARKS = /[\u0302\u0306\u031b]/; // the marks that make â, ă, ơ letters of their own
const FIRST = 0x21; // '!': below it stays the blank that parts the levels
const OTHER = '~'; // what the table does not know sorts after z, by code point

const weight = new Map([...ORDER].map((char, i) => [char, String.fromCharCode(FIRST + i)]));

/** Key whose plain binary order is Vietnamese dictionary order (letters, then tones, then capitals). Printable ASCII. */
export function sortKey(s: string): string {
  return levels(s).join(' ');
}

/** Key for lists of people: by given name (the last syllable), then by family and middle names. */
export function personSortKey(fullName: string): string {
  const words = fullName.trim().split(/\s+/);
  const given = levels(words.pop() ?? '');
  const family = levels(words.join(' '));
  // Capitals last of all, so "NGUYỄN VĂN AN" stays among the other An.
  return [given[0], given[1], family[0], family[1], given[2], family[2]].join(' ');
}

// Looks behind, so that a run of zeros is not tried again from each of its zeros.
const zeros = /(?<!0)0+$/;

function levels(s: string): [letters: string, tones: string, capitals: string] {
  let letters = '';
  let tones = '';
  let capitals = '';
  for (const [cluster] of s
    .normalize('NFD')
    .trim()
    .replace(/\s+/g, ' ')
    .matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const [base = '', ...marks] = cluster;
    const lower = base.toLowerCase();
    const letter = (lower + marks.filter((m) => LETTER_MARKS.test(m)).join('')).normalize('NFC');
    const known = weight.has(letter);
    letters += weight.get(known ? letter : lower) ?? OTHER + codePoint(lower);
    // A foreign mark (ü, ç) sorts after nặng.
    tones += '0' + marks.map((m) => (known && LETTER_MARKS.test(m) ? '' : TONES.indexOf(m) + 1 || '6')).join('');
    capitals += lower === base ? '0' : '1';
  }
  return [letters, tones.replace(zeros, ''), capitals.replace(zeros, '')];
}

function codePoint(char: string): string {
  return (char.codePointAt(0) ?? 0).toString(16).padStart(6, '0');
}
