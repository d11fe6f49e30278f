// Letters of other scripts that pass for Latin ones, as pairs "look-alike, Latin". Capitals apart: Greek Ν is an N, ν is a v.
const UPPER = pairs('ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX');
const LOWER = pairs('аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsһhԁdԛqԝwѵvαaιiκkνvοoρpυuγyχxϳjɑaɡgıiɩiʋuðđɖđƌđ');

// What shows nothing: ignorable and format characters, controls that are not spaces, lone surrogates.
const HIDDEN = /\p{Default_Ignorable_Code_Point}|\p{Cf}|(?!\s)\p{Cc}|\p{Cs}/gu;
const SPACES = /[\s\u2800]+/g; // the blank Braille pattern is drawn as a space

/**
 * Uniqueness key of a login, team or unit name: names that look alike share it, names a Vietnamese reader tells apart do not
 * (tones stay, "Hoà" and "Hòa" stay two names). CVE-2020-7245 is what happens without it.
 */
export function nameKey(s: string): string {
  return swap(swap(s.normalize('NFKC').normalize('NFD'), UPPER).toLowerCase().normalize('NFKD'), LOWER)
    .replace(HIDDEN, '')
    .replace(SPACES, ' ')
    .replace(/d[\u0335\u0336]/g, 'đ') // d with a combining stroke
    .replace(/([ij])\u0307/g, '$1') // "İ" lowers to i with a dot above
    .replace(/\u030c/g, '\u0306') // ǎ for ă
    .replace(/[\u0304\u0308]/g, '\u0303') // ï and ī for ĩ
    .normalize('NFC')
    .trim();
}

/** A cell no spreadsheet will run as a formula: dangerous first characters get an apostrophe. */
export function spreadsheetSafe(s: string): string {
  return /^[=+\-@\t\r\n\0＝＋－＠]/.test(s) ? `'${s}` : s;
}

const MAX_FILE_NAME = 120;
// Device names Windows reserves whatever the extension or blanks before it; it reads the superscripts ¹²³ as digits.
const RESERVED = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?= *(\.|$))/i;

/** A readable file name without path, control or invisible characters, at most 120 UTF-16 units, extension kept; never empty. */
export function safeFileName(s: string): string {
  const name = s
    .replace(HIDDEN, '')
    .normalize('NFC')
    .replace(SPACES, ' ')
    .replace(/[/\\:*?"<>|]+/g, '-')
    .replace(/^[. -]+|(?<![. ])[. ]+$/g, '')
    .replace(RESERVED, '_$&');
  const extension = /(?<=.)\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? '';
  const stem = cut(name.slice(0, name.length - extension.length), MAX_FILE_NAME - extension.length);
  return stem.replace(/(?<![. ])[. ]+$/, '') + extension || '_';
}

/** At most `max` UTF-16 units, no character cut in two. */
function cut(s: string, max: number): string {
  let kept = '';
  for (const char of s) {
    if (kept.length + char.length > max) break;
    kept += char;
  }
  return kept;
}

function pairs(list: string): Map<string, string> {
  const chars = [...list];
  return new Map(chars.flatMap((from, i) => (i % 2 ? [] : ([[from, chars[i + 1] ?? '']] as const))));
}

function swap(s: string, map: Map<string, string>): string {
  let out = '';
  for (const char of s) out += map.get(char) ?? char;
  return out;
}
