import { randomInt } from 'node:crypto';
import { perKernel } from '../kernel/per-kernel.ts';
import { remembered } from '../kernel/remembered.ts';
import { boardCodeCreate, boardCodeRead } from '../contract/board-code.ts';
import { sha256 } from '../kernel/ids.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { query } from '../kernel/query.ts';
import { drillCommand } from './drill-command.ts';

/** Without 0 O 1 I L U, which are mistaken for others when read from a wall or over the phone. */
const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const length = 8;

export const createBoardCode = drillCommand({
  operation: boardCodeCreate,
  unrecorded: true,
  prepare: async () => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join(''),
  decide: (_state, _args, code) => [
    { type: 'drill.board_code_set', subject: null, payload: { codeHash: sha256(code) } },
  ],
  effects: async (trx, _events, { params, call }, code) => {
    const row = { code, set_at: call.at };
    await trx
      .insertInto('board_code')
      .values({ drill_id: params.drill, ...row })
      .onConflict((conflict) => conflict.column('drill_id').doUpdateSet(row))
      .execute();
  },
  answer: (_events, _args, _state, code) => ({ code }),
});

export const readBoardCode = query({
  operation: boardCodeRead,
  run: async ({ params }, kernel) => {
    const row = await kernel.db.read
      .selectFrom('board_code')
      .select('code')
      .where('drill_id', '=', params.drill)
      .executeTakeFirst();
    return { code: row?.code ?? null };
  },
});

/** The drill whose board a code opens, typed in any case and with spaces or dashes; null = none. */
export async function findDrillByBoardCode(kernel: Kernel, code: string): Promise<string | null> {
  const plain = code.toUpperCase().replace(/[\s-]/g, '');
  if (plain.length !== length) return null;
  return drillsByCode(kernel)(plain, async () => {
    const drills = kernel.db.read.selectFrom('drill').select('id').where('board_code_hash', '=', sha256(plain));
    return (await drills.executeTakeFirst())?.id ?? null;
  });
}

const drillsByCode = perKernel((kernel) => remembered<string | null>(kernel));
