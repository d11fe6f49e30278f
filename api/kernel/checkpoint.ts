import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import type { CheckpointTable, SigningKeyTable } from '#db/schema/kernel.ts';
import type { Read } from '#db/schema.ts';
import { checkpointText } from '../domain/chain.ts';
import { sha256 } from './ids.ts';
import type { Kernel } from './kernel.ts';
import { readHead } from './log.ts';

/** Signs the committed head of a stream (Ed25519) and keeps the statement; undefined when the stream has no entry. */
export async function signCheckpoint(
  kernel: Kernel,
  stream: string,
  reason: string,
): Promise<CheckpointTable | undefined> {
  const head = await readHead(kernel.db.read, stream);
  if (!head || head.seq === 0) return undefined;
  const key = await signingKey(kernel);
  const at = kernel.clock.now();
  const signed = { stream, seq: head.seq, hash: head.hash, at };
  const signature = sign(null, Buffer.from(checkpointText(signed)), createPrivateKey(key.private_key)).toString(
    'base64',
  );
  const checkpoint = { ...signed, reason, key_id: key.id, signature };
  await kernel.db.transact((trx) =>
    trx
      .insertInto('checkpoint')
      .values(checkpoint)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  return checkpoint;
}

/** The newest checkpoint of a stream that is not beyond `seq`. */
export async function latestCheckpoint(
  read: Read,
  stream: string,
  seq = Number.MAX_SAFE_INTEGER,
): Promise<CheckpointTable | undefined> {
  return read
    .selectFrom('checkpoint')
    .selectAll()
    .where('stream', '=', stream)
    .where('seq', '<=', seq)
    .orderBy('seq', 'desc')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Signs every stream that has grown since its last checkpoint. */
export async function signGrownStreams(kernel: Kernel, reason: string): Promise<void> {
  const grown = await kernel.db.read
    .selectFrom('stream')
    .leftJoin('checkpoint', (join) =>
      join.onRef('checkpoint.stream', '=', 'stream.stream').onRef('checkpoint.seq', '=', 'stream.seq'),
    )
    .select('stream.stream')
    .where('stream.seq', '>', 0)
    .where('checkpoint.seq', 'is', null)
    .execute();
  for (const { stream } of grown) await signCheckpoint(kernel, stream, reason);
}

/** The key that signs; made the first time it is needed. */
async function signingKey(kernel: Kernel): Promise<SigningKeyTable> {
  const newest = () =>
    kernel.db.read.selectFrom('signing_key').selectAll().orderBy('created_at', 'desc').limit(1).executeTakeFirst();
  const known = await newest();
  if (known) return known;
  const pair = generateKeyPairSync('ed25519');
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const key = {
    id: sha256(publicKey).slice(0, 16),
    public_key: publicKey,
    private_key: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    created_at: kernel.clock.now(),
  };
  await kernel.db.transact((trx) => trx.insertInto('signing_key').values(key).execute());
  return (await newest()) ?? key;
}
