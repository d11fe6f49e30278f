import { z } from 'zod';
import { seatRoles } from '../domain/actor.ts';
import { sides } from '../domain/drill/plan.ts';
import { done, id, line, revision } from './fields.ts';
import { operation } from './operation.ts';

const params = z.object({ drill: id() });
const ofTeam = z.object({ drill: id(), team: id() });
const setUp = ['draft', 'approved', 'preparing', 'live', 'paused'] as const;
const untilPublished = [...setUp, 'ended', 'judging'] as const;

/** A registered source: an IPv4 or IPv6 address or network. */
const address = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);

const member = z.object({
  accountId: z.string(),
  name: z.string(),
  role: z.enum(seatRoles),
  teamId: z.string().nullable(),
  captain: z.boolean(),
  rulesAccepted: z.boolean(),
  pledgedAt: z.int().nullable(),
});

const team = z.object({
  id: z.string(),
  name: z.string(),
  side: z.enum(sides),
  /** Null where the caller may know the team by name only. */
  details: z
    .object({
      organisationIds: z.array(z.string()),
      targetIds: z.array(z.string()).nullable(),
      addresses: z.array(z.string()),
      revision: revision(),
      members: z.array(member),
    })
    .nullable(),
});

export const teamList = operation({
  name: 'team.list',
  method: 'GET',
  path: '/drills/:drill/teams',
  roles: ['drill:control', 'drill:judge', 'drill:red', 'drill:blue', 'drill:observer'],
  summary:
    "Teams of the drill: all for those who run or judge it, one's own side for players, members only of one's own team.",
  params,
  output: z.object({ items: z.array(team) }),
});

export const drillPeople = operation({
  name: 'drill.people',
  method: 'GET',
  path: '/drills/:drill/people',
  roles: ['drill:control'],
  summary: 'Everyone with a seat in the drill.',
  params,
  output: z.object({ items: z.array(member) }),
});

const teamBody = { name: line(100), organisationIds: z.array(id()).max(50), targetIds: z.array(id()).max(100) };

export const teamCreate = operation({
  name: 'team.create',
  method: 'POST',
  path: '/drills/:drill/teams',
  roles: ['drill:control'],
  phases: setUp,
  summary: 'Forms a team of one or several organisations.',
  params,
  body: z.strictObject({ ...teamBody, side: z.enum(sides) }),
  output: z.object({ id: z.string() }),
});

export const teamUpdate = operation({
  name: 'team.update',
  method: 'PUT',
  path: '/drills/:drill/teams/:team',
  roles: ['drill:control'],
  phases: setUp,
  summary: "Changes a team's name, organisations and targets.",
  params: ofTeam,
  body: z.strictObject({ ...teamBody, revision: revision() }),
  output: done,
});

export const teamAddresses = operation({
  name: 'team.addresses',
  method: 'PUT',
  path: '/drills/:drill/teams/:team/addresses',
  roles: ['drill:control', 'drill:red', 'drill:blue'],
  phases: setUp,
  summary: "Registers where a team's traffic comes from; a captain does it before the start, control at any time.",
  params: ofTeam,
  body: z.strictObject({ addresses: z.array(address).max(200) }),
  output: done,
});

export const teamInvite = operation({
  name: 'team.invite',
  method: 'POST',
  path: '/drills/:drill/teams/:team/invitations',
  roles: ['drill:control', 'drill:red', 'drill:blue'],
  phases: setUp,
  summary: "Makes a link by which people join a team; shown once. Control and the team's captain may.",
  params: ofTeam,
  body: z.strictObject({ uses: z.int().min(1).max(50), days: z.int().min(1).max(60) }),
  output: z.object({ code: z.string(), expiresAt: z.int() }),
});

export const teamJoin = operation({
  name: 'team.join',
  method: 'POST',
  path: '/drills/:drill/join',
  roles: ['user'],
  phases: setUp,
  summary: "Takes the seat an invitation offers, with one's own account.",
  params,
  body: z.strictObject({ code: z.string().min(8).max(100) }),
  output: z.object({ teamId: z.string() }),
});

export const teamPasteMembers = operation({
  name: 'team.paste_members',
  method: 'POST',
  path: '/drills/:drill/teams/:team/members',
  roles: ['drill:control'],
  phases: setUp,
  summary:
    'Reads a pasted list (name; login; e-mail, one a line): seats those with an account, makes an invitation for each other line.',
  params: ofTeam,
  body: z.strictObject({ text: z.string().min(1).max(50_000), dryRun: z.boolean() }),
  output: z.object({
    /** Nothing is changed while there is one. */
    faults: z.array(z.object({ line: z.int(), code: z.string() })),
    lines: z.array(
      z.object({
        line: z.int(),
        name: z.string(),
        login: z.string(),
        outcome: z.enum(['seated', 'already', 'invited']),
        /** Shown once; null in a dry run and for those with an account. */
        code: z.string().nullable(),
      }),
    ),
    applied: z.boolean(),
  }),
});

export const seatGive = operation({
  name: 'seat.give',
  method: 'POST',
  path: '/drills/:drill/seats',
  roles: ['drill:control', 'organiser'],
  summary: 'Gives a person a seat: control, judge, observer, or member of a team.',
  params,
  body: z.strictObject({ accountId: id(), role: z.enum(seatRoles), teamId: id().nullable(), captain: z.boolean() }),
  output: done,
});

export const seatTakeAway = operation({
  name: 'seat.take_away',
  method: 'POST',
  path: '/drills/:drill/seats/:account/take-away',
  roles: ['drill:control', 'organiser'],
  summary: 'Takes a seat away; the person loses access at once.',
  params: z.object({ drill: id(), account: id() }),
  body: z.strictObject({ reason: line(500) }),
  output: done,
});

export const memberAcceptRules = operation({
  name: 'member.accept_rules',
  method: 'POST',
  path: '/drills/:drill/accept-rules',
  roles: ['drill:red', 'drill:blue', 'drill:judge', 'drill:observer', 'drill:control'],
  phases: untilPublished,
  summary: 'Accepts the Nội quy that stands, named by its hash.',
  params,
  body: z.strictObject({ rulesHash: z.string().regex(/^[0-9a-f]{64}$/) }),
  output: done,
});

export const memberSignPledge = operation({
  name: 'member.sign_pledge',
  method: 'POST',
  path: '/drills/:drill/sign-pledge',
  roles: ['drill:red', 'drill:blue', 'drill:judge', 'drill:observer', 'drill:control'],
  phases: untilPublished,
  summary: 'Signs the pledge of confidentiality.',
  params,
  output: done,
});

export const teamsOperations = [
  teamList,
  drillPeople,
  teamCreate,
  teamUpdate,
  teamAddresses,
  teamInvite,
  teamJoin,
  teamPasteMembers,
  seatGive,
  seatTakeAway,
  memberAcceptRules,
  memberSignPledge,
] as const;
