/** Codes of Node and of PostgreSQL (classes by their first two characters) that tell of the machine, not of a defect. */
const unreachable =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|08...|57P0[1-5]|53[023]00)$/;
const full = /^(SQLITE_FULL|ENOSPC|EDQUOT|53100)$/;
const broken = /^(SQLITE_(IOERR|CANTOPEN|BUSY|READONLY|NOTADB|CORRUPT)|EIO|EROFS|EMFILE|ENFILE)/;
/** The PostgreSQL driver gives a connection that broke no code. */
const lost =
  /^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed) and is not queryable)/;

/** Why the place that data is kept in cannot serve now; null for whatever else went wrong. */
export function unavailable(error: unknown): 'disk_full' | 'storage_failed' | 'database_unreachable' | null {
  if (!(error instanceof Error)) return null;
  const { code = '' } = error as { code?: unknown };
  if (typeof code !== 'string') return null;
  if (full.test(code)) return 'disk_full';
  if (broken.test(code)) return 'storage_failed';
  return unreachable.test(code) || lost.test(error.message) ? 'database_unreachable' : null;
}
