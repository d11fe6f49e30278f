import { fold } from '../text.ts';

/** Without a second factor (OWASP ASVS 5.0 §6.2.1 and its note for single-factor use). Counted in characters. */
export const passwordMinimum = 15;

export type PasswordFault = 'password.too_short' | 'password.common' | 'password.personal';

/** What must be left once everybody's favourites are taken out; a guesser tries the favourites first. */
const remaining = 7;

// Folded, longest first. The public lists hold no Vietnamese, so these are our own: words of the office, of the trade, of keyboards.
const favourites = [
  'chuyendoiso',
  'anninhmang',
  'antoanthongtin',
  'administrator',
  'congnghethongtin',
  'thaotruong',
  'uybannhandan',
  'vinaphone',
  'mobifone',
  'qwertyuiop',
  'asdfghjkl',
  'matkhau',
  'password',
  'passwd',
  'dangnhap',
  'quantri',
  'vietnam',
  'vinhlong',
  'bentre',
  'travinh',
  'viettel',
  'anhyeuem',
  'emyeuanh',
  'iloveyou',
  'khongbiet',
  'dientap',
  'congan',
  'hochiminh',
  'saigon',
  'hanoi',
  'welcome',
  'qwerty',
  'zxcvbnm',
  'asdfgh',
  'zxcvbn',
  'letmein',
  'sunshine',
  'dragon',
  'monkey',
  'master',
  'secret',
  'soyte',
  'sotttt',
  'sokhcn',
  'ubnd',
  'vnpt',
  'egov',
  'admin',
  'guest',
  'login',
  'xinchao',
  'khach',
  'asdf',
  'qwer',
  'zxcv',
  'abc',
  'user',
  'root',
  'test',
  'demo',
  'fpt',
].sort((a, b) => b.length - a.length);

const signs = new Map([
  ['@', 'a'],
  ['!', 'i'],
  ['$', 's'],
]);
const signsAndDigits = new Map([...signs, ['4', 'a'], ['0', 'o'], ['1', 'i'], ['3', 'e'], ['5', 's'], ['7', 't']]);

/** What is wrong with a new password, or null. No composition rules: length, and not what everyone or everyone nearby would try. */
export function passwordFault(password: string, person: { login: string; name: string }): PasswordFault | null {
  if ([...password.normalize('NFC')].length < passwordMinimum) return 'password.too_short';
  const forms = [new Map<string, string>(), signs, signsAndDigits].map((map) =>
    plain([...password].map((char) => map.get(char) ?? char).join('')),
  );
  if (forms.some((form) => varietyLeft(form, favourites) < remaining)) return 'password.common';
  const own = [plain(person.login), plain(person.name), ...person.name.split(/\s+/).map(plain)].filter(
    (word) => word.length >= 3,
  );
  if (forms.some((form) => varietyLeft(form, [...own, ...favourites]) < remaining)) return 'password.personal';
  return null;
}

function plain(text: string): string {
  return fold(text).replace(/[\s._-]/g, '');
}

/** Number of steps between characters that are neither a repetition nor a run (aaa, 1234, 4321) once `words` are gone. */
function varietyLeft(text: string, words: readonly string[]): number {
  let rest = text;
  for (const word of words) rest = rest.replaceAll(word, '');
  const codes = [...rest].map((char) => char.codePointAt(0) ?? 0);
  const steps = codes.filter((code, i) => i === 0 || Math.abs(code - (codes[i - 1] ?? 0)) > 1);
  return Math.min(steps.length, new Set(codes).size + 2);
}
