/** The entries of a table in the order people know them; those nobody named come last. The log keeps keys by the alphabet. */
export function inOrder<T>(table: Readonly<Record<string, T>>, order: readonly string[]): [string, T][] {
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return Object.entries(table).sort(([a], [b]) => place(a) - place(b));
}
