import { createReadStream } from 'node:fs';
import { verifyLog } from '../domain/verify.ts';
import type { Verdict } from '../domain/verify.ts';
import { nodeTools } from '../log/tools.ts';
import { argument, option } from './command.ts';
import type { CliCommand } from './command.ts';
import { faultWords } from './words.ts';

export const verify: CliCommand = {
  usage: 'FILE [--key ID]',
  options: { key: { type: 'string' } },
  async run(given) {
    const verdict = await verifyFile(argument(given, 0));
    if (!verdict.ok) {
      const { line, seq, code } = verdict.fault;
      const [reason = code, reasonEn = code] = faultWords[code] ?? [];
      given.say('verify.fault', { line, seq: seq ?? '–', code, reason, reasonEn });
      return 1;
    }
    const { header, entries, withheld, redacted, head } = verdict;
    const keys = header.keys.map(({ id }) => id).join(', ');
    const key = option(given, 'key');
    if (key !== undefined && header.keys.some(({ id }) => id !== key)) {
      given.say('verify.other_key', { keys, key });
      return 1;
    }
    const { stream, checkpoints } = header;
    given.say('verify.ok', { stream, entries, withheld, redacted, head, keys, checkpoints: checkpoints.length });
    return 0;
  },
};

/** Checks a file piece by piece; it may be larger than memory. */
export async function verifyFile(file: string): Promise<Verdict> {
  return verifyLog(decoded(file), nodeTools);
}

/** Throws TypeError at bytes that are no UTF-8. */
async function* decoded(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for await (const chunk of createReadStream(file)) yield decoder.decode(chunk as Uint8Array, { stream: true });
  yield decoder.decode();
}
