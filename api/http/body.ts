import { Refusal, refuse } from '../domain/refusal.ts';
import { parseJson } from './json.ts';

const mostBytes = 1024 * 1024;
/** JSON is UTF-8 (RFC 8259 §8.1); a browser may say so. */
const jsonType = /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i;

/** The JSON body of a change. Refused: another type, charset or encoding, too large (before it is read where the length is told), and what `parseJson` refuses. */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!jsonType.test(type)) throw refuse('request.media_type');
  if (!/^(identity)?$/i.test(request.headers.get('content-encoding') ?? '')) throw refuse('request.media_type');
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes)
    throw refuse('request.too_large', { limit: mostBytes });
  const text = await readLimited(request).catch((error: unknown) => {
    // A caller that went away in the middle is no defect of ours.
    throw error instanceof Refusal ? error : refuse('request.json');
  });
  return parseJson(text);
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
