import { invitationRead } from '../contract/auth.ts';
import { refuse } from '../domain/refusal.ts';
import { query } from '../kernel/query.ts';
import { findInvitation } from './invitation.ts';

export const readInvitation = query({
  operation: invitationRead,
  async run({ params, call }, kernel) {
    const found = await findInvitation(kernel.db.read, params.code, call.at);
    if (!found) throw refuse('invitation.invalid');
    const organisation =
      found.organisation_id === null
        ? undefined
        : await kernel.db.read
            .selectFrom('organisation')
            .select(['id', 'name'])
            .where('id', '=', found.organisation_id)
            .executeTakeFirst();
    return {
      kind: found.kind === 'role' ? ('role' as const) : ('seat' as const),
      label: found.label,
      role: found.role,
      organisation: organisation ?? null,
      drillId: found.drill_id,
      teamId: found.team_id,
      expiresAt: found.expires_at,
    };
  },
});
