import { z } from 'zod';
import { organisationRoles } from '../domain/actor.ts';
import { locale, loginName } from './auth.ts';
import { done, id, line, listOf, optionalLine, page, revision } from './fields.ts';
import { operation } from './operation.ts';

const namedOrganisation = z.object({ id: z.string(), name: z.string() });
const email = () => z.union([z.literal(''), z.email().max(200)]).default('');
/** An organisation, or `*` for everywhere. */
const scope = () => z.union([z.literal('*'), id()]);

const accountItem = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  organisation: namedOrganisation.nullable(),
  roles: z.array(z.enum(organisationRoles)),
  createdAt: z.int(),
  disabledAt: z.int().nullable(),
});

export const accountList = operation({
  name: 'account.list',
  method: 'GET',
  path: '/accounts',
  roles: ['admin', 'organiser', 'officer'],
  summary: 'Accounts of the organisations I look after, by given name; found by name, login or e-mail without marks.',
  query: z.strictObject({
    ...page,
    search: z.string().max(200).default(''),
    /** That organisation and all below it. */
    organisation: id().optional(),
    role: z.enum(organisationRoles).optional(),
    state: z.enum(['enabled', 'disabled', 'all']).default('enabled'),
  }),
  output: listOf(accountItem),
});

const account = z.object({ account: id() });

export const accountRead = operation({
  name: 'account.read',
  method: 'GET',
  path: '/accounts/:account',
  roles: ['admin', 'organiser', 'officer'],
  summary: 'One account with its roles and when it was last used.',
  params: account,
  output: accountItem.extend({
    locale: locale(),
    grants: z.array(
      z.object({
        role: z.enum(organisationRoles),
        organisation: namedOrganisation.nullable(),
        everywhere: z.boolean(),
        grantedAt: z.int(),
      }),
    ),
    sessions: z.int(),
    lastSeenAt: z.int().nullable(),
    mustChangePassword: z.boolean(),
    /** ms; when the person's data was taken out for good. */
    erasedAt: z.int().nullable(),
    revision: revision(),
  }),
});

const temporary = z.object({ id: z.string(), login: z.string(), temporaryPassword: z.string() });

export const accountCreate = operation({
  name: 'account.create',
  method: 'POST',
  path: '/accounts',
  roles: ['admin'],
  summary: 'Makes an account; answers, this once, a password that must be changed at the first sign-in.',
  body: z.strictObject({
    login: loginName(),
    name: line(200),
    email: email(),
    organisationId: id().nullable(),
    locale: locale().default('vi'),
  }),
  output: temporary,
});

export const accountUpdate = operation({
  name: 'account.update',
  method: 'PATCH',
  path: '/accounts/:account',
  roles: ['admin'],
  summary: 'Changes the name, e-mail and organisation of an account.',
  params: account,
  body: z.strictObject({ name: line(200), email: email(), organisationId: id().nullable(), revision: revision() }),
  output: done,
});

export const accountDisable = operation({
  name: 'account.disable',
  method: 'POST',
  path: '/accounts/:account/disable',
  roles: ['admin'],
  stepUp: true,
  summary: "Closes an account and ends its sessions. Not one's own, not the last administrator.",
  params: account,
  body: z.strictObject({ reason: optionalLine(500).default('') }),
  output: done,
});

export const accountEnable = operation({
  name: 'account.enable',
  method: 'POST',
  path: '/accounts/:account/enable',
  roles: ['admin'],
  stepUp: true,
  summary: 'Opens a closed account again.',
  params: account,
  output: done,
});

export const accountErase = operation({
  name: 'account.erase',
  method: 'POST',
  path: '/accounts/:account/erase',
  roles: ['admin'],
  stepUp: true,
  summary:
    'Takes the name, login, e-mail and addresses of a closed account out of the rows and out of every log, for good; its id stays.',
  params: account,
  body: z.strictObject({ reason: line(500) }),
  output: done,
});

export const accountResetPassword = operation({
  name: 'account.reset_password',
  method: 'POST',
  path: '/accounts/:account/password',
  roles: ['admin'],
  stepUp: true,
  summary:
    'Answers, this once, a password that must be changed at the next sign-in, and ends the sessions of the account.',
  params: account,
  output: temporary,
});

export const accountEndSessions = operation({
  name: 'account.end_sessions',
  method: 'DELETE',
  path: '/accounts/:account/sessions',
  roles: ['admin'],
  summary: 'Ends every session of an account.',
  params: account,
  output: done,
});

const grant = z.strictObject({ role: z.enum(organisationRoles), organisationId: scope() });

export const roleGrant = operation({
  name: 'role.grant',
  method: 'POST',
  path: '/accounts/:account/roles',
  roles: ['admin'],
  stepUp: true,
  summary: 'Gives an account a role in an organisation and all below it.',
  params: account,
  body: grant,
  output: done,
});

export const roleRevoke = operation({
  name: 'role.revoke',
  method: 'DELETE',
  path: '/accounts/:account/roles',
  roles: ['admin'],
  stepUp: true,
  summary: 'Takes a role away; works on the next request.',
  params: account,
  body: grant,
  output: done,
});

export const roleInvite = operation({
  name: 'role.invite',
  method: 'POST',
  path: '/invitations',
  roles: ['admin'],
  stepUp: true,
  summary: 'Makes a link with which people join an organisation in a role; the code is answered this once.',
  body: z.strictObject({
    role: z.enum(organisationRoles),
    organisationId: id(),
    label: line(200),
    uses: z.int().min(1).max(500).default(1),
    days: z.int().min(1).max(30).default(7),
  }),
  output: z.object({ id: z.string(), code: z.string(), expiresAt: z.int() }),
});

export const peopleOperations = [
  accountList,
  accountRead,
  accountCreate,
  accountUpdate,
  accountDisable,
  accountEnable,
  accountErase,
  accountResetPassword,
  accountEndSessions,
  roleGrant,
  roleRevoke,
  roleInvite,
] as const;
