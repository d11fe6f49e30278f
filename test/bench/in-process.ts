import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { draftClaimCommand } from '#api/claims/draft-claim.ts';
import { claimDraft } from '#api/contract/claims.ts';
import { anonymous } from '#api/domain/actor.ts';
import type { Actor } from '#api/domain/actor.ts';
import type { Args } from '#api/kernel/command.ts';
import { execute } from '#api/kernel/execute.ts';
import { uuidv7 } from '#api/kernel/ids.ts';
import { silent } from '#api/kernel/logger.ts';
import { createRuntime } from '#api/runtime.ts';
import { accountId } from '#test/people.ts';
import { record } from '#test/seed.ts';
import { claims, drill, finding, liveDrill, stream } from './world.ts';

const seat = { drillId: drill, role: 'red', teamId: 'team-red', captain: false } as const;
const red: Actor = { ...anonymous, kind: 'user', id: accountId('red'), seats: [seat] };
const parsed = { params: { drill }, query: undefined, body: claimDraft.body.parse(finding) };

/** The same submission without sockets and routes, `lines` at a time: how many a second. */
export async function submitInProcess(lines: number, seconds: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'thao-truong-in-process-'));
  const runtime = await createRuntime({
    database: join(folder, 'test.db'),
    evidenceDir: join(folder, 'evidence'),
    logger: silent,
  });
  await record(runtime.kernel, stream, [...liveDrill(), ...claims(0, 1_650, true)]);
  const submit = () => {
    const at = Date.now();
    const call = { id: uuidv7(at), at, newId: () => uuidv7(at), requestId: '', address: '', agent: '' };
    return execute(runtime.kernel, draftClaimCommand, { ...parsed, actor: red, call } as unknown as Args, randomUUID());
  };
  const measure = async (until: number): Promise<number> => {
    let count = 0;
    const line = async () => {
      for (; performance.now() < until; count += 1) await submit();
    };
    await Promise.all(Array.from({ length: lines }, line));
    return count;
  };
  try {
    await measure(performance.now() + 2_000);
    return (await measure(performance.now() + seconds * 1_000)) / seconds;
  } finally {
    await runtime.close();
    await rm(folder, { recursive: true, force: true });
  }
}
