import { z } from 'zod';
import { organisationRoles, seatRoles } from '../domain/actor.ts';
import { invitationStates } from '../domain/system/invitation.ts';
import { done, id, listOf, page } from './fields.ts';
import { operation } from './operation.ts';
import { named } from './registry-fields.ts';

const invitationFields = {
  id: z.string(),
  label: z.string(),
  uses: z.int(),
  used: z.int(),
  /** Name of whoever sent it. */
  by: z.string(),
  createdAt: z.int(),
  expiresAt: z.int(),
  state: z.enum(invitationStates),
};

export const invitationList = operation({
  name: 'invitation.list',
  method: 'GET',
  path: '/invitations',
  roles: ['admin'],
  summary: 'Invitations to roles in the organisations I administer, newest first; never their links.',
  query: z.strictObject({ ...page, state: z.enum(invitationStates).optional() }),
  output: listOf(z.object({ ...invitationFields, role: z.enum(organisationRoles), organisation: named.nullable() })),
});

export const invitationRevoke = operation({
  name: 'invitation.revoke',
  method: 'DELETE',
  path: '/invitations/:invitation',
  roles: ['admin'],
  summary: 'Takes an invitation back: its link opens nothing any more. What it gave stays.',
  params: z.object({ invitation: id() }),
  output: done,
});

export const teamInvitationList = operation({
  name: 'team.invitation_list',
  method: 'GET',
  path: '/drills/:drill/invitations',
  roles: ['drill:control', 'drill:red', 'drill:blue'],
  summary: "Invitations to the teams of the drill, newest first: all for control, one's own team's for its captain.",
  params: z.object({ drill: id() }),
  output: z.object({
    items: z.array(z.object({ ...invitationFields, role: z.enum(seatRoles), teamId: z.string() })),
  }),
});

export const teamInvitationRevoke = operation({
  name: 'team.invitation_revoke',
  method: 'DELETE',
  path: '/drills/:drill/invitations/:invitation',
  roles: ['drill:control', 'drill:red', 'drill:blue'],
  summary: "Takes an invitation to a team back. Control and the team's captain may; who has joined stays.",
  params: z.object({ drill: id(), invitation: id() }),
  output: done,
});

export const invitationsOperations = [
  invitationList,
  invitationRevoke,
  teamInvitationList,
  teamInvitationRevoke,
] as const;
