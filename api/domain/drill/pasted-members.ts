import { nameKey } from '../name.ts';
import { cleanText } from '../text.ts';

export interface PastedMember {
  /** 1-based line of the pasted text. */
  line: number;
  name: string;
  login: string;
  email: string | null;
}

export interface PastedFault {
  line: number;
  code:
    | 'paste.columns'
    | 'paste.name'
    | 'paste.login'
    | 'paste.email'
    | 'paste.repeated'
    | 'text.bidi'
    | 'text.invisible'
    | 'text.control';
}

const longestLogin = 64;
const emailForm = /^[^\s@<>"]{1,64}@(?:[^\s@<>".]{1,63}\.)+[^\s@<>".]{2,63}$/;

/** Reads "Họ tên; tên đăng nhập; thư điện tử" one a line (tabs from a spreadsheet will do); the address may be absent. */
export function parsePastedMembers(text: string): { members: PastedMember[]; faults: PastedFault[] } {
  const members: PastedMember[] = [];
  const faults: PastedFault[] = [];
  const seen = new Set<string>();
  text.split(/\r\n?|\n/).forEach((raw, i) => {
    if (raw.trim() === '') return;
    const parsed = parseLine(raw, i + 1);
    if ('code' in parsed) faults.push(parsed);
    else if (seen.has(nameKey(parsed.login))) faults.push({ line: parsed.line, code: 'paste.repeated' });
    else {
      seen.add(nameKey(parsed.login));
      members.push(parsed);
    }
  });
  return { members, faults };
}

function parseLine(raw: string, line: number): PastedMember | PastedFault {
  const clean = cleanText(raw.replaceAll('\t', ';'));
  if (!clean.ok) return { line, code: clean.code };
  const cells = clean.value.split(';').map((cell) => cell.trim().replace(/\s+/g, ' '));
  const [name = '', login = '', email = ''] = cells;
  if (cells.length < 2 || cells.slice(3).some((cell) => cell !== '')) return { line, code: 'paste.columns' };
  if (name === '' || name.length > 100) return { line, code: 'paste.name' };
  if (login === '' || login.length > longestLogin) return { line, code: 'paste.login' };
  if (email !== '' && !emailForm.test(email)) return { line, code: 'paste.email' };
  return { line, name, login, email: email === '' ? null : email };
}
