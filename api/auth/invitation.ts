import { sql } from 'kysely';
import type { Read, Trx } from '#db/schema.ts';
import type { InvitationTable } from '#db/schema/identity.ts';
import type { OrganisationRole, SeatRole } from '../domain/actor.ts';
import type { LoggedEvent } from '../domain/event.ts';
import { secret, sha256 } from '../kernel/ids.ts';

const day = 24 * 3_600_000;

/** ms at which an invitation of so many days ends. */
export const inDays = (at: number, days: number) => at + days * day;

/** The secret part of an invitation link; make it in `prepare`, answer it once, store only its hash. */
export const newInvitationCode = () => secret(18);

interface Scope {
  id: string;
  code: string;
  /** What the inviter calls it: shown to whoever opens the link. */
  label: string;
  /** How many people may take it. */
  uses: number;
  expiresAt: number;
  createdBy: string;
  createdAt: number;
  /** Where a newcomer's account belongs; for a role also where it holds (`*` = everywhere). */
  organisationId: string | null;
}

export type NewInvitation = Scope &
  ({ kind: 'role'; role: OrganisationRole } | { kind: 'seat'; role: SeatRole; drillId: string; teamId: string | null });

/** Stores an invitation; an effect of the command that makes it, because of the secret. */
export async function createInvitation(trx: Trx, invitation: NewInvitation): Promise<void> {
  const { id, code, kind, label, role, uses, organisationId, expiresAt, createdBy, createdAt } = invitation;
  const [drill_id, team_id] = invitation.kind === 'seat' ? [invitation.drillId, invitation.teamId] : [null, null];
  await trx
    .insertInto('invitation')
    .values({
      id,
      code_hash: sha256(code),
      kind,
      label,
      role,
      drill_id,
      team_id,
      organisation_id: organisationId,
      uses,
      uses_left: uses,
      accounts_left: uses,
      expires_at: expiresAt,
      created_by: createdBy,
      created_at: createdAt,
      revoked_at: null,
    })
    .execute();
}

/** The invitation of a code, while it lasts. */
export async function findInvitation(
  read: Read | Trx,
  code: string,
  now: number,
): Promise<InvitationTable | undefined> {
  return read
    .selectFrom('invitation')
    .selectAll()
    .where('code_hash', '=', sha256(code))
    .where('expires_at', '>', now)
    .where('uses_left', '>', 0)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
}

/** One place less; an effect of the command that gives what was offered. */
export async function useInvitation(trx: Trx, id: string): Promise<void> {
  await trx
    .updateTable('invitation')
    .set({ uses_left: sql`uses_left - 1` })
    .where('id', '=', id)
    .execute();
}

/** Takes back the invitations that events say are revoked; an effect of the command that decides it. */
export async function markRevoked(trx: Trx, events: readonly LoggedEvent[]): Promise<void> {
  for (const event of events)
    if (event.type === 'invitation.revoked' || event.type === 'team.invitation_revoked')
      await trx
        .updateTable('invitation')
        .set({ revoked_at: event.at })
        .where('id', '=', event.payload.invitationId)
        .execute();
}

/** One newcomer less. */
export async function countNewcomer(trx: Trx, id: string): Promise<void> {
  await trx
    .updateTable('invitation')
    .set({ accounts_left: sql`accounts_left - 1` })
    .where('id', '=', id)
    .execute();
}
