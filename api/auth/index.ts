import type { Area } from '../kernel/area.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { changePassword } from './change-password.ts';
import { chooseLocale } from './choose-locale.ts';
import { closeSession } from './close-session.ts';
import { endOwnSession } from './end-session.ts';
import { listSessions } from './list-sessions.ts';
import { openSession } from './open-session.ts';
import { projectAccounts } from './project.ts';
import { readInvitation } from './read-invitation.ts';
import { readSession } from './read-session.ts';
import { refreshSession } from './refresh-session.ts';
import { setUp } from './set-up.ts';

/** Who somebody is: sessions, passwords, accounts, roles, invitations. */
export const authArea: Area = {
  commands: [openSession, closeSession, refreshSession, endOwnSession, chooseLocale, changePassword, setUp, acceptInvitation],
  queries: [readSession, listSessions, readInvitation],
  projector: projectAccounts,
  jobs: {},
};
