import { invitationAccept } from '../contract/auth.ts';
import type { OrganisationRole } from '../domain/actor.ts';
import type { NewEvent } from '../domain/event.ts';
import { refuse } from '../domain/refusal.ts';
import { command } from '../kernel/command.ts';
import { setCredential } from './credential.ts';
import { countNewcomer, findInvitation, useInvitation } from './invitation.ts';
import { assertLoginFree } from './login.ts';
import { assertStrong, hashPassword } from './password.ts';
import { newSecrets, signIn, signInHeaders } from './sign-in.ts';

/** A seat in a drill is taken by the drill's own command, in the drill's stream; here the newcomer only gets an account for it. */
export const acceptInvitation = command({
  operation: invitationAccept,
  unrecorded: true,
  stream: () => 'system',
  async prepare({ params, body, actor, call }, kernel) {
    if (actor.kind === 'user') return null;
    const { account } = body;
    if (!account) throw refuse('session.required');
    // Hashing is dear: only for those who hold a code.
    if (!(await findInvitation(kernel.db.read, params.code, call.at))) throw refuse('invitation.invalid');
    assertStrong(account.password, account, ['account', 'password']);
    return { account, verifier: await hashPassword(account.password), secrets: newSecrets() };
  },
  async load(trx, { params, body, actor, call }) {
    const invitation = await findInvitation(trx, params.code, call.at);
    if (!invitation || (actor.kind !== 'user' && invitation.accounts_left < 1)) throw refuse('invitation.invalid');
    if (actor.kind !== 'user' && body.account) await assertLoginFree(trx, body.account.login, ['account', 'login']);
    return invitation;
  },
  decide(invitation, { actor, call }, newcomer) {
    const accountId = newcomer ? call.id : actor.id;
    const events: NewEvent[] = [];
    const { organisation_id: organisationId } = invitation;
    if (newcomer) {
      const { login, name, locale } = newcomer.account;
      const home = organisationId === '*' ? null : organisationId;
      events.push({
        type: 'account.created',
        subject: accountId,
        payload: { accountId, login, name, organisationId: home, email: null, locale },
      });
    }
    if (invitation.kind === 'role' && organisationId !== null) {
      const role = invitation.role as OrganisationRole;
      events.push({ type: 'role.granted', subject: accountId, payload: { accountId, role, organisationId } });
    }
    if (events.length > 0)
      events.push({
        type: 'invitation.accepted',
        subject: accountId,
        payload: { invitationId: invitation.id, accountId },
      });
    if (newcomer)
      events.push({ type: 'session.opened', subject: accountId, payload: { accountId, address: call.address } });
    return events;
  },
  async effects(trx, events, { call }, newcomer) {
    const accepted = events.find((event) => event.type === 'invitation.accepted');
    if (!accepted) return;
    const { invitationId } = accepted.payload;
    if (events.some((event) => event.type === 'role.granted')) await useInvitation(trx, invitationId);
    if (!newcomer) return;
    await countNewcomer(trx, invitationId);
    await setCredential(trx, call.id, newcomer.verifier, false, call.at);
    await signIn(trx, call, call.id, newcomer.secrets);
  },
  answer: (_events, { actor, call }, invitation, newcomer) => ({
    userId: newcomer ? call.id : actor.id,
    kind: invitation.kind === 'role' ? ('role' as const) : ('seat' as const),
    drillId: invitation.drill_id,
  }),
  headers: (_events, { call }, newcomer) => (newcomer ? signInHeaders(call, newcomer.secrets) : {}),
});
