import { invitationRevoke } from '../contract/invitations.ts';
import { refuse } from '../domain/refusal.ts';
import { invitationState } from '../domain/system/invitation.ts';
import { command } from '../kernel/command.ts';
import { markRevoked } from './invitation.ts';
import { assertAdministers } from './managed-account.ts';

/** What is over already is left as it is. */
export const revokeInvitation = command({
  operation: invitationRevoke,
  stream: () => 'system',
  async load(trx, { params, actor, call }) {
    const row = await trx
      .selectFrom('invitation')
      .selectAll()
      .where('id', '=', params.invitation)
      .where('kind', '=', 'role')
      .executeTakeFirst();
    if (!row) throw refuse('not_found');
    await assertAdministers(trx, actor, row.organisation_id);
    return invitationState({ revokedAt: row.revoked_at, usesLeft: row.uses_left, expiresAt: row.expires_at }, call.at);
  },
  decide: (state, { params: { invitation } }) =>
    state === 'open'
      ? [{ type: 'invitation.revoked', subject: invitation, payload: { invitationId: invitation } }]
      : [],
  effects: markRevoked,
  answer: () => ({ ok: true as const }),
});
