/** A day as typed, "5/3/2026" or "05-03-2026", to yyyy-MM-dd; null when there is no such day. */
export function parseDay(text: string): string | null {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? [];
  if (!day || !month || !year) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${iso}T00:00:00Z`);
  // A date beyond the end of its month would slide into the next one.
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(iso) ? iso : null;
}

/** yyyy-MM-dd as dd/MM/yyyy. */
export const sayDay = (iso: string) => iso.split('-').reverse().join('/');
