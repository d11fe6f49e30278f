import type { Trx } from '#db/schema.ts';
import type { InvitationTable } from '#db/schema/identity.ts';
import { refuse } from '../domain/refusal.ts';
import type { Side } from '../domain/drill/plan.ts';
import { secret, sha256 } from '../kernel/ids.ts';

const day = 24 * 3_600_000;

export interface SeatOffer {
  id: string;
  drillId: string;
  teamId: string;
  side: Side;
  /** What the link says it is for. */
  label: string;
  uses: number;
  expiresAt: number;
  by: string;
  at: number;
}

/** A secret for a link, 120 bits. */
export const invitationCode = () => secret(15);

/** ms at which an invitation of so many days ends. */
export const inDays = (at: number, days: number) => at + days * day;

/** Writes the row of an invitation; only the hash of its code is kept. */
export async function offerSeat(trx: Trx, code: string, offer: SeatOffer): Promise<void> {
  const { id, drillId, teamId, side, label, uses, expiresAt, by, at } = offer;
  await trx
    .insertInto('invitation')
    .values({
      id,
      code_hash: sha256(code),
      kind: 'seat',
      label,
      drill_id: drillId,
      team_id: teamId,
      role: side,
      organisation_id: null,
      uses_left: uses,
      accounts_left: uses,
      expires_at: expiresAt,
      created_by: by,
      created_at: at,
    })
    .execute();
}

/** The open invitation to a seat in this drill. Throws `invitation.invalid`. */
export async function findOffer(trx: Trx, drillId: string, code: string, at: number): Promise<InvitationTable> {
  const offer = await trx
    .selectFrom('invitation')
    .selectAll()
    .where('code_hash', '=', sha256(code))
    .where('kind', '=', 'seat')
    .where('drill_id', '=', drillId)
    .where('uses_left', '>', 0)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  if (!offer) throw refuse('invitation.invalid');
  return offer;
}

/** Counts one use. */
export async function useOffer(trx: Trx, id: string): Promise<void> {
  await trx
    .updateTable('invitation')
    .set(({ eb }) => ({ uses_left: eb('uses_left', '-', 1) }))
    .where('id', '=', id)
    .execute();
}
