import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = new URL('../../db/reference/', import.meta.url).pathname;
/** The files of reference facts, but for the technique list. */
export const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.json') && !name.startsWith('attack'),
);
export const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

/** Every value under every key, at any depth. */
export function* walk(value: unknown, key = ''): Generator<{ key: string; value: unknown }> {
  yield { key, value };
  if (Array.isArray(value)) for (const item of value) yield* walk(item, key);
  else if (value !== null && typeof value === 'object')
    for (const [name, item] of Object.entries(value)) yield* walk(item, name);
}
export const texts = (value: unknown): string[] =>
  [...walk(value)].flatMap((node) => (typeof node.value === 'string' ? [node.value] : []));

export const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).toISOString().startsWith(text);
export const keys = (list: readonly { key: string }[]): string[] => list.map((item) => item.key);
export const missing = (wanted: (string | null)[], known: Iterable<string>): string[] => {
  const set = new Set(known);
  return wanted.filter((key): key is string => key !== null && !set.has(key));
};
export const repeated = (list: readonly string[]): string[] => list.filter((item, i) => list.indexOf(item) !== i);
export const documentation = /^(192\.0\.2|198\.51\.100|203\.0\.113)\.(\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])$/;
export const exampleHost = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+example$/;
