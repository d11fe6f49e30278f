import { z } from 'zod';
import { done } from '../contract/fields.ts';
import type { OperationShape } from '../contract/operation.ts';
import { system } from '../domain/actor.ts';
import { redactAll } from '../domain/redaction.ts';
import type { Args } from '../kernel/command.ts';
import { command } from '../kernel/command.ts';
import { execute } from '../kernel/execute.ts';
import { uuidv7 } from '../kernel/ids.ts';
import type { JobHandler } from '../kernel/jobs.ts';
import { blankEntries, held } from '../log/blank-entries.ts';
import { entriesNaming, streamsNaming } from './entries-naming.ts';

/** Not in the contract: only the server itself calls it, after an account was erased. */
const accountForget = {
  name: 'account.forget',
  method: 'POST',
  path: '/accounts/:account/forget',
  roles: ['admin'],
  summary: 'Takes the name of an erased account out of one more log.',
  params: z.object({ account: z.string() }),
  body: z.object({ stream: z.string(), reason: z.string() }),
  output: done,
} as const satisfies OperationShape;

const forget = command({
  operation: accountForget,
  stream: ({ body }) => body.stream,
  load: (trx, { params, body }) => entriesNaming(trx, body.stream, params.account),
  decide: (entries, { params, body }) => redactAll(entries.map(held), params.account, body.reason),
  effects: blankEntries,
  answer: () => ({ ok: true as const }),
});

/** Blanks the name of a person in every log but that of accounts, one after the other; a second run finds nothing left. */
export const forgetPerson: JobHandler = async (payload, kernel) => {
  const { accountId, reason } = payload as { accountId: string; reason: string };
  for (const stream of await streamsNaming(kernel.db.read, accountId)) {
    if ((await entriesNaming(kernel.db.read, stream, accountId)).every(({ salt }) => salt === null)) continue;
    const at = kernel.clock.now();
    const call = {
      id: uuidv7(at),
      at,
      newId: () => uuidv7(at),
      requestId: `forget-${accountId}`,
      address: '',
      agent: '',
    };
    const args = { params: { account: accountId }, query: undefined, body: { stream, reason }, actor: system, call };
    await execute(kernel, forget, args as unknown as Args, undefined);
  }
};
