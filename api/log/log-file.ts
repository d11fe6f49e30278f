import { createPrivateKey, sign } from 'node:crypto';
import type { EventTable } from '#db/schema/kernel.ts';
import { genesis } from '../domain/chain.ts';
import { logFormat, logLine, runningText, sealText } from '../domain/log-file.ts';
import type { LogEntry, LogHeader, LogSeal } from '../domain/log-file.ts';
import { signCheckpoint } from '../kernel/checkpoint.ts';
import { sha256 } from '../kernel/ids.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { checkpointsUpTo, entriesUpTo, publicKeys, toLogEntry } from './rows.ts';

/**
 * The lines of an export of a stream: header, entries, seal. The head is signed first and closes the file, so that a cut tail shows.
 * `open` says whose content is shown; of the others the digest remains. Nothing for a stream that never began.
 */
export async function* logFile(
  kernel: Kernel,
  stream: string,
  open: (row: EventTable) => boolean = () => true,
): AsyncGenerator<string> {
  const head = await signCheckpoint(kernel, stream, 'export');
  if (!head) return;
  const { read } = kernel.db;
  const header: LogHeader = {
    format: logFormat,
    origin: 'thao-truong',
    stream,
    exportedAt: kernel.clock.now(),
    keys: await publicKeys(read),
    checkpoints: await checkpointsUpTo(read, stream, head.seq),
  };
  let digest = genesis;
  const written = (value: LogHeader | LogEntry): string => {
    const line = logLine(value);
    digest = sha256(runningText(digest, line.slice(0, -1)));
    return line;
  };
  yield written(header);
  for await (const row of entriesUpTo(read, stream, head.seq)) yield written(toLogEntry(row, open(row)));
  yield logLine(await seal(kernel, head.key_id, digest));
}

async function seal(kernel: Kernel, keyId: string, digest: string): Promise<LogSeal> {
  const key = await kernel.db.read
    .selectFrom('signing_key')
    .select('private_key')
    .where('id', '=', keyId)
    .executeTakeFirstOrThrow();
  const signature = sign(null, Buffer.from(sealText(digest)), createPrivateKey(key.private_key)).toString('base64');
  return { digest, keyId, signature };
}
