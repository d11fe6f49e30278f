import type { InvitationTable } from '#db/schema/identity.ts';
import { invitationList } from '../contract/invitations.ts';
import type { OrganisationRole } from '../domain/actor.ts';
import { invitationState } from '../domain/system/invitation.ts';
import { query } from '../kernel/query.ts';
import { coveredRanges, inRanges } from '../registry/within.ts';

export const listInvitations = query({
  operation: invitationList,
  async run({ query: { after, limit, state }, actor, call: { at } }, { db: { read } }) {
    const ranges = await coveredRanges(read, actor, ['admin']);
    let matching = read
      .selectFrom('invitation')
      .innerJoin('account as sender', 'sender.id', 'created_by')
      .leftJoin('organisation', 'organisation.id', 'invitation.organisation_id')
      .where('invitation.kind', '=', 'role');
    if (ranges !== null) matching = matching.where(inRanges('organisation.path', ranges));
    if (state !== undefined) matching = matching.where('revoked_at', state === 'revoked' ? 'is not' : 'is', null);
    if (state === 'used') matching = matching.where('uses_left', '<', 1);
    if (state === 'open' || state === 'expired')
      matching = matching.where('uses_left', '>', 0).where('expires_at', state === 'open' ? '>' : '<=', at);
    // Ids are made in the order of time.
    const rows = await matching
      .$if(after !== undefined, (older) => older.where('invitation.id', '<', after ?? ''))
      .selectAll('invitation')
      .select(['sender.name as sender', 'organisation.name as organisationName'])
      .orderBy('invitation.id', 'desc')
      .limit(limit)
      .execute();
    const { total } = await matching.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
    return {
      items: rows.map((row) => ({
        ...sentInvitation(row, at),
        role: row.role as OrganisationRole,
        organisation:
          row.organisation_id === null ? null : { id: row.organisation_id, name: row.organisationName ?? '' },
      })),
      next: (rows.length === limit && rows.at(-1)?.id) || null,
      total: Number(total),
    };
  },
});

/** What is told of an invitation, whatever it is for. */
export function sentInvitation(row: InvitationTable & { sender: string }, now: number) {
  const { id, label, uses, uses_left, sender, created_at, expires_at, revoked_at } = row;
  return {
    id,
    label,
    uses,
    used: uses - uses_left,
    by: sender,
    createdAt: created_at,
    expiresAt: expires_at,
    state: invitationState({ revokedAt: revoked_at, usesLeft: uses_left, expiresAt: expires_at }, now),
  };
}
