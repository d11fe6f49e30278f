import type { Area } from '../kernel/area.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { changePassword } from './change-password.ts';
import { chooseLocale } from './choose-locale.ts';
import { closeSession } from './close-session.ts';
import { createAccount } from './create-account.ts';
import { disableAccount } from './disable-account.ts';
import { enableAccount } from './enable-account.ts';
import { endAccountSessions } from './end-account-sessions.ts';
import { endOwnSession } from './end-session.ts';
import { eraseAccount } from './erase-account.ts';
import { forgetPerson } from './forget-person.ts';
import { grantRole } from './grant-role.ts';
import { inviteRole } from './invite-role.ts';
import { listInvitations } from './list-invitations.ts';
import { revokeInvitation } from './revoke-invitation.ts';
import { listAccounts } from './list-accounts.ts';
import { listSessions } from './list-sessions.ts';
import { openSession } from './open-session.ts';
import { projectAccounts } from './project.ts';
import { readAccount } from './read-account.ts';
import { readInvitation } from './read-invitation.ts';
import { readSession } from './read-session.ts';
import { refreshSession } from './refresh-session.ts';
import { resetPassword } from './reset-password.ts';
import { revokeRole } from './revoke-role.ts';
import { setUp } from './set-up.ts';
import { updateAccount } from './update-account.ts';

/** Who somebody is: sessions, passwords, accounts, roles, invitations. */
export const authArea: Area = {
  commands: [
    openSession,
    closeSession,
    refreshSession,
    endOwnSession,
    chooseLocale,
    changePassword,
    setUp,
    acceptInvitation,
    createAccount,
    updateAccount,
    disableAccount,
    enableAccount,
    eraseAccount,
    resetPassword,
    endAccountSessions,
    grantRole,
    revokeRole,
    inviteRole,
    revokeInvitation,
  ],
  queries: [readSession, listSessions, readInvitation, listInvitations, listAccounts, readAccount],
  projector: projectAccounts,
  jobs: { 'account.forget': forgetPerson },
};
