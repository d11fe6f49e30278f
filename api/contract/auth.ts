import { z } from 'zod';
import { organisationRoles, seatRoles } from '../domain/actor.ts';
import { done, id, line, optionalLine } from './fields.ts';
import { operation } from './operation.ts';

/** A password as typed: spaces and every character count, so it is not cleaned like other text. */
export const password = () => z.string().min(1).max(1_000);
export const loginName = () => line(64);
export const locale = () => z.enum(['vi', 'en']);

const namedOrganisation = z.object({ id: z.string(), name: z.string() });

export const signedInUser = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  locale: locale(),
  organisation: namedOrganisation.nullable(),
  /** `organisationId` = `*` means everywhere. */
  grants: z.array(z.object({ role: z.enum(organisationRoles), organisationId: z.string() })),
  seats: z.array(
    z.object({ drillId: z.string(), role: z.enum(seatRoles), teamId: z.string().nullable(), captain: z.boolean() }),
  ),
  freshAt: z.int(),
  mustChangePassword: z.boolean(),
});

export const sessionRead = operation({
  name: 'session.read',
  method: 'GET',
  path: '/session',
  roles: ['anyone'],
  summary: 'Who is signed in here, and whether the system still waits for its first set-up.',
  output: z.object({ user: signedInUser.nullable(), mode: z.enum(['real', 'demo']), setupNeeded: z.boolean() }),
});

const signedIn = z.object({ userId: z.string(), mustChangePassword: z.boolean() });

export const sessionCreate = operation({
  name: 'session.create',
  method: 'POST',
  path: '/session',
  roles: ['anyone'],
  summary: 'Signs in with a login name and a password; sets the session cookie.',
  body: z.strictObject({ login: loginName(), password: password() }),
  output: signedIn,
});

export const sessionRefresh = operation({
  name: 'session.refresh',
  method: 'POST',
  path: '/session/refresh',
  roles: ['user'],
  summary: 'Proves once more who sits here, for acts that ask for it; good for ten minutes.',
  body: z.strictObject({ password: password() }),
  output: z.object({ freshAt: z.int() }),
});

export const sessionDelete = operation({
  name: 'session.delete',
  method: 'DELETE',
  path: '/session',
  roles: ['anyone'],
  summary: 'Signs out and clears what the browser keeps.',
  output: done,
});

export const sessionList = operation({
  name: 'session.list',
  method: 'GET',
  path: '/sessions',
  roles: ['user'],
  summary: 'The browsers in which I am signed in, newest first.',
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        createdAt: z.int(),
        seenAt: z.int(),
        expiresAt: z.int(),
        address: z.string(),
        agent: z.string(),
        current: z.boolean(),
      }),
    ),
  }),
});

export const sessionEnd = operation({
  name: 'session.end',
  method: 'DELETE',
  path: '/sessions/:session',
  roles: ['user'],
  summary: 'Ends one of my own sessions.',
  params: z.object({ session: id() }),
  output: done,
});

export const localeChoose = operation({
  name: 'locale.choose',
  method: 'PUT',
  path: '/session/locale',
  roles: ['user'],
  summary: 'Chooses the language of the pages for my account.',
  body: z.strictObject({ locale: locale() }),
  output: done,
});

export const passwordChange = operation({
  name: 'password.change',
  method: 'POST',
  path: '/password',
  roles: ['user'],
  summary: 'Changes my password and ends my other sessions.',
  body: z.strictObject({ current: password(), password: password() }),
  output: done,
});

export const setupCreate = operation({
  name: 'setup.create',
  method: 'POST',
  path: '/setup',
  roles: ['anyone'],
  summary:
    'First run: makes the first administrator and the organisation at the top, with the code from the server console; signs in.',
  body: z.strictObject({
    code: z.string().min(1).max(100),
    organisation: line(200),
    login: loginName(),
    name: line(200),
    email: optionalLine(200).default(''),
    password: password(),
    locale: locale().default('vi'),
  }),
  output: signedIn,
});

const code = z.object({ code: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/) });

export const invitationRead = operation({
  name: 'invitation.read',
  method: 'GET',
  path: '/invitations/:code',
  roles: ['anyone'],
  summary: 'What an invitation link offers.',
  params: code,
  output: z.object({
    kind: z.enum(['role', 'seat']),
    /** What the inviter called it, for example the team and the drill. */
    label: z.string(),
    role: z.string(),
    organisation: namedOrganisation.nullable(),
    drillId: z.string().nullable(),
    teamId: z.string().nullable(),
    expiresAt: z.int(),
  }),
});

export const invitationAccept = operation({
  name: 'invitation.accept',
  method: 'POST',
  path: '/invitations/:code',
  roles: ['anyone'],
  summary:
    'Takes an invitation: a newcomer gets an account and is signed in; an organisation role is granted. A drill seat is then taken in the drill itself.',
  params: code,
  body: z.strictObject({
    /** Left out by whoever is already signed in. */
    account: z
      .strictObject({ login: loginName(), name: line(200), password: password(), locale: locale().default('vi') })
      .optional(),
  }),
  output: z.object({ userId: z.string(), kind: z.enum(['role', 'seat']), drillId: z.string().nullable() }),
});

export const authOperations = [
  sessionRead,
  sessionCreate,
  sessionRefresh,
  sessionDelete,
  sessionList,
  sessionEnd,
  localeChoose,
  passwordChange,
  setupCreate,
  invitationRead,
  invitationAccept,
] as const;
