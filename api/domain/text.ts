/** The one stored form of Vietnamese text: NFD and half-composed input look the same and compare different. */
export function nfc(s: string): string {
  return s.normalize('NFC');
}

/** Search form: no case, no marks, đ (and its look-alikes ð, ɖ) as d, single spaces. Used on both index and query. */
export function fold(s: string): string {
  return s
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]|\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[đðɖ]/g, 'd')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Folded syllables of a text, letters and digits only, safe to place in a full-text query. */
export function tokens(s: string): string[] {
  return fold(s).match(/[\p{L}\p{N}]+/gu) ?? [];
}

// NĐ 331/2026 Đ39.2: "an toàn thông tin mạng" in standards is read as "an ninh mạng". Longest first: the longest match wins.
const SYNONYMS = [['an toan thong tin mang', 'an toan thong tin', 'an ninh mang', 'attt', 'anm']];

// Of a folded word: onset, vowels, coda.
const syllable = /^(ngh?|nh|gh?|kh|ph|qu|th|tr|ch|[bcdhklmnprstvx])?[aeiouy]{1,3}(ch|nh|ng|[cmnpt])?$/;

/** What a folded word was meant to be if its Telex keys were typed with the input method off (`ddoongf` → `dong`), or null. */
export function meantInTelex(word: string): string | null {
  const meant = word
    .replace(/dd/g, 'd')
    .replace(/([aeo])\1/g, '$1')
    .replace(/([aou])w/g, '$1')
    .replace(/([aeiouy])[sfrxj](?=[cghmnpt]{0,2}$)|(?<=[aeiouy][cghmnpt]{1,2})[sfrxj]$/g, '$1');
  return meant !== word && syllable.test(meant) ? meant : null;
}

/** A query as AND of OR: each inner list holds alternative folded words or phrases, one of which must occur. */
export function searchTerms(query: string): string[][] {
  const words = tokens(query);
  const terms: string[][] = [];
  for (let at = 0; at < words.length;) {
    const rest = words.slice(at).join(' ') + ' ';
    const group = SYNONYMS.find((g) => g.some((phrase) => rest.startsWith(phrase + ' ')));
    const phrase = group?.find((p) => rest.startsWith(p + ' ')) ?? words[at] ?? '';
    const meant = meantInTelex(phrase);
    terms.push(group ? [...group] : meant === null ? [phrase] : [phrase, meant]);
    at += phrase.split(' ').length;
  }
  return terms;
}

/** Why a text is refused: it can reorder what is read, hide characters, or break storage and logs. */
export type TextFault = 'text.bidi' | 'text.invisible' | 'text.control';
export type CleanText = { ok: true; value: string } | { ok: false; code: TextFault };

const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2800]/u; // the blank Braille pattern is drawn as a space
// Controls, line and paragraph separators, lone surrogates (not storable as UTF-8), and what no font has to show.
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}]/u;
const CONTROL_BUT_LINES = /(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}]/u;

/** What a person typed, as we store it: NFC, trimmed, lines ended by \n (only if multiline); or the code of its refusal. */
export function cleanText(s: string, { multiline = false } = {}): CleanText {
  const value = nfc(s).replace(/\r\n?/g, '\n').trim();
  if (BIDI.test(value)) return { ok: false, code: 'text.bidi' };
  if (INVISIBLE.test(value)) return { ok: false, code: 'text.invisible' };
  if ((multiline ? CONTROL_BUT_LINES : CONTROL).test(value)) return { ok: false, code: 'text.control' };
  return { ok: true, value };
}
