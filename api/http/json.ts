import { refuse } from '../domain/refusal.ts';

const deepest = 20;
const mostKeys = 1_000;

/** Parses JSON that is meant for one reading only. Refused: not JSON, a key given twice, too deep, too many keys, keys of prototypes. */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse('request.json');
  }
  // JSON.parse lets the last one win; another reader, a filter in front for one, may take the first.
  if (members(text) !== assertModest(value)) throw refuse('request.duplicate_key');
  return value;
}

const quote = 34;
const colon = 58;
const backslash = 92;

/** How many members the objects of a valid JSON text have as written: each has one colon outside strings. */
function members(text: string): number {
  let count = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charCodeAt(i);
    if (quoted && char === backslash) i += 1;
    else if (char === quote) quoted = !quoted;
    else if (char === colon && !quoted) count += 1;
  }
  return count;
}

/** How many members the objects of a value have. */
function assertModest(value: unknown): number {
  let keys = 0;
  let named = 0;
  const visit = (node: unknown, depth: number): void => {
    if (typeof node !== 'object' || node === null) return;
    if (depth > deepest) throw refuse('request.invalid', {}, [{ path: [], code: 'too_deep' }]);
    const names = Object.keys(node);
    keys += names.length;
    if (!Array.isArray(node)) named += names.length;
    if (keys > mostKeys) throw refuse('request.invalid', {}, [{ path: [], code: 'too_many_keys' }]);
    for (const name of names) {
      if (name === '__proto__' || name === 'constructor' || name === 'prototype')
        throw refuse('request.invalid', {}, [{ path: [name], code: 'unrecognized_keys' }]);
      visit((node as Record<string, unknown>)[name], depth + 1);
    }
  };
  visit(value, 1);
  return named;
}
