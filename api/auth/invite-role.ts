import { roleInvite } from '../contract/people.ts';
import { command } from '../kernel/command.ts';
import { createInvitation, inDays, newInvitationCode } from './invitation.ts';
import { assertAdministers } from './managed-account.ts';

export const inviteRole = command({
  operation: roleInvite,
  unrecorded: true,
  stream: () => 'system',
  prepare: async () => newInvitationCode(),
  load: (trx, { body, actor }) => assertAdministers(trx, actor, body.organisationId),
  decide: (_state, { body: { role, organisationId, uses }, call }) => [
    { type: 'invitation.made', subject: call.id, payload: { invitationId: call.id, role, organisationId, uses } },
  ],
  effects: (trx, _events, { body: { role, organisationId, label, uses, days }, actor, call }, code) =>
    createInvitation(trx, {
      id: call.id,
      code,
      kind: 'role',
      role,
      label,
      uses,
      organisationId,
      expiresAt: inDays(call.at, days),
      createdBy: actor.id,
      createdAt: call.at,
    }),
  answer: (_events, { body, call }, _state, code) => ({ id: call.id, code, expiresAt: inDays(call.at, body.days) }),
});
