import { ZodError } from 'zod';
import { NotDurable } from '#db/durable.ts';
import { ConfigurationFault } from '../configuration.ts';
import { toIssue } from '../contract/issue.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Issue } from '../domain/refusal.ts';
import { unavailable } from '../http/unavailable.ts';
import type { Say } from './sentence.ts';
import type { Words } from './words.ts';

const byCode: Record<string, keyof Words> = {
  ENOENT: 'error.no_file',
  ENOTDIR: 'error.no_file',
  EISDIR: 'error.folder',
  EEXIST: 'error.exists',
  EACCES: 'error.rights',
  EPERM: 'error.rights',
  EROFS: 'error.rights',
  SQLITE_CORRUPT: 'error.damaged',
  SQLITE_NOTADB: 'error.damaged',
  SQLITE_CANTOPEN: 'error.no_database',
  EADDRINUSE: 'error.port',
  '3D000': 'error.no_database',
  '28P01': 'error.sign_in',
  '28000': 'error.sign_in',
};

/** Says in a sentence what went wrong, whoever threw it: rules, settings, files, a database. No stack, no query. */
export function tellError(error: unknown, say: Say): void {
  if (error instanceof Refusal) return say('refused', { code: error.code, issues: fields(error.issues) });
  if (error instanceof ZodError) return say('error.values', { issues: fields(error.issues.map(toIssue)) });
  if (error instanceof ConfigurationFault) return say('error.setting', { what: error.message });
  if (error instanceof NotDurable) return say('error.not_durable', { what: error.settings });
  const { code = '', path, port } = (error ?? {}) as { code?: string; path?: string; port?: number };
  const known = byCode[String(code).replace(/^(SQLITE_[A-Z]+)_.*/, '$1')];
  if (known) return say(known, { what: path ?? port ?? code });
  const why = unavailable(error);
  if (why === 'disk_full') return say('error.disk_full');
  if (why) return say('error.unreachable', { what: code || why });
  return say('error.unexpected', { what: firstLine(error) });
}

const fields = (issues: readonly Issue[]) => issues.map(({ path, code }) => ` ${path.join('.')}:${code}`).join('');

function firstLine(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.split('\n')[0]?.slice(0, 300) ?? '';
}
