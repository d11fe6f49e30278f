/** A day as people type it (22/11/2026, 22-11-2026) or as forms send it (2026-11-22) to yyyy-MM-dd; null when it is none. */
export function parseDay(text: string): string | null {
  const typed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  const iso = typed ? `${typed[3]}-${typed[2]?.padStart(2, '0')}-${typed[1]?.padStart(2, '0')}` : text.trim();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const ms = Date.parse(`${iso}T00:00:00Z`);
  // A 31st of February would roll over to March.
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== iso ? null : iso;
}

/** yyyy-MM-dd as dd/MM/yyyy; nothing stays nothing. */
export const sayDay = (iso: string | null | undefined): string => (iso ? iso.split('-').reverse().join('/') : '');
