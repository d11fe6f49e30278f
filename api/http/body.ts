import { Refusal, refuse } from '../domain/refusal.ts';

const mostBytes = 1024 * 1024;
const deepest = 20;
const mostKeys = 1_000;

/** The JSON body of a change. Refused: too large (before it is read where the length is told), not JSON, too deep, too many keys. */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) throw refuse('request.media_type');
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes)
    throw refuse('request.too_large', { limit: mostBytes });
  const text = await readLimited(request).catch((error: unknown) => {
    // A caller that went away in the middle is no defect of ours.
    throw error instanceof Refusal ? error : refuse('request.json');
  });
  const body = parse(text);
  assertModest(body);
  return body;
}

async function readLimited(request: Request): Promise<string> {
  if (request.headers.has('content-length')) return request.text();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) throw refuse('request.too_large', { limit: mostBytes });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse('request.json');
  }
}

function assertModest(value: unknown): void {
  let keys = 0;
  const visit = (node: unknown, depth: number): void => {
    if (typeof node !== 'object' || node === null) return;
    if (depth > deepest) throw refuse('request.invalid', {}, [{ path: [], code: 'too_deep' }]);
    const names = Object.keys(node);
    keys += names.length;
    if (keys > mostKeys) throw refuse('request.invalid', {}, [{ path: [], code: 'too_many_keys' }]);
    for (const name of names) {
      if (name === '__proto__' || name === 'constructor' || name === 'prototype')
        throw refuse('request.invalid', {}, [{ path: [name], code: 'unrecognized_keys' }]);
      visit((node as Record<string, unknown>)[name], depth + 1);
    }
  };
  visit(value, 1);
}
