/**
 * The one JSON text of a value, fit to be hashed: keys in UTF-16 order, no spaces (RFC 8785). Text is left as it is; a property
 * that is undefined is absent. Throws TypeError, naming the place, on what JSON cannot carry: NaN, Infinity, Date, Map, class instances…
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$');
}

function write(value: unknown, at: string): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  // Array.from, unlike map, shows holes as the undefined they are read as.
  if (Array.isArray(value)) return `[${Array.from(value, (item: unknown, i) => write(item, `${at}[${i}]`)).join(',')}]`;
  if (isPlain(value)) {
    const members = Object.keys(value)
      .filter((key) => value[key] !== undefined)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${write(value[key], `${at}.${key}`)}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`canonical.not_json ${at}`);
}

/** Prototype null or an Object.prototype of any realm; a class instance has one more link. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
