import { z } from 'zod';
import { remediationStatuses } from '../domain/posture/remediation.ts';
import { systemListKeys } from '../domain/posture/system-lists.ts';
import { dossierStatuses, planStatuses, systemStatuses } from '../domain/registry/kinds.ts';
import { done, id, instant, listOf, page, paragraph } from './fields.ts';
import { operation } from './operation.ts';

const text = z.string();
const readers = ['head', 'leader', 'officer', 'admin'] as const;
const organisation = z.object({ organisation: id() });

/** n of N and the list behind n; `n` null = no data, `of` null = a plain count. */
const figure = z.object({
  n: z.int().nullable(),
  of: z.int().nullable(),
  list: z.object({ key: z.enum(['systems', 'incidents', 'remediations']), query: z.record(text, text) }).nullable(),
});
const median = z.object({ ms: z.int().nullable(), of: z.int() });

const figures = z.object({
  systems: figure,
  byLevel: z.array(z.object({ level: z.int().nullable(), figure })),
  byStatus: z.array(z.object({ status: text, figure })),
  approved: figure,
  planFull: figure,
  assessed: figure,
  drilled: figure,
  contactsFresh: figure,
  open: figure,
  overdue: figure,
  received: figure,
  closed: figure,
  onTime: figure,
  onTimeByClock: z.array(z.object({ code: text, figure })),
  times: z.object({ acknowledged: median, contained: median, resolved: median }),
  findingsOpen: figure,
  findingsBySeverity: z.array(z.object({ severity: text, figure })),
  retested: figure,
});

const label = z.object({ vi: text, en: text });
/** A notice or report still owed. */
export const deadlineLine = z.object({
  ticketId: id(),
  number: text,
  title: text,
  code: text,
  label,
  dueAt: z.int(),
  overdue: z.boolean(),
  organisationId: text,
});

export const postureHome = operation({
  name: 'posture.home',
  method: 'GET',
  path: '/posture',
  roles: readers,
  output: z.object({ organisations: z.array(z.object({ id: id(), name: text })) }),
  summary: 'The organisations whose posture the caller may look at, the topmost of each part of the tree.',
});

export const postureRead = operation({
  name: 'posture.read',
  method: 'GET',
  path: '/posture/:organisation',
  roles: readers,
  params: organisation,
  output: z.object({
    organisation: z.object({ id: id(), name: text }),
    asOf: z.int(),
    year: z.int(),
    window: z.object({ from: z.int(), until: z.int() }),
    figures,
    deadlines: z.array(deadlineLine),
    /** Direct children; `ranked` = enough systems to be compared. */
    children: z.array(
      z.object({
        id: id(),
        name: text,
        ranked: z.boolean(),
        systems: figure,
        approved: figure,
        drilled: figure,
        open: figure,
        overdue: figure,
        onTime: figure,
        findingsOpen: figure,
      }),
    ),
  }),
  summary:
    'One page of facts about the systems of an organisation and all below it. Real incidents only; each number names its list.',
});

export const postureSystems = operation({
  name: 'posture.systems',
  method: 'GET',
  path: '/posture/:organisation/systems',
  roles: readers,
  params: organisation,
  query: z.object({
    figure: z.enum(systemListKeys).default('all'),
    /** The systems that make up n, or those missing from it. */
    side: z.enum(['n', 'rest']).default('n'),
    level: z.coerce.number().int().min(0).max(5).optional(),
    status: z.enum(systemStatuses).optional(),
  }),
  output: z.object({
    items: z.array(
      z.object({
        id: id(),
        name: text,
        level: z.int().nullable(),
        status: z.enum(systemStatuses),
        dossier: z.enum(dossierStatuses),
        plan: z.enum(planStatuses),
        lastAssessedOn: text.nullable(),
        drilled: z.boolean(),
        contacts: z.int(),
        freshContacts: z.int(),
      }),
    ),
  }),
  summary: 'The systems behind a figure.',
});

export const remediationList = operation({
  name: 'remediation.list',
  method: 'GET',
  path: '/remediations',
  roles: ['user'],
  query: z.object({
    ...page,
    organisation: id().optional(),
    fromDrill: id().optional(),
    status: z.enum(remediationStatuses).optional(),
    severity: z.enum(['critical', 'high', 'medium', 'low']).optional(),
  }),
  output: listOf(
    z.object({
      claimId: id(),
      number: text,
      drillId: id(),
      drillName: text,
      systemId: text.nullable(),
      targetName: text,
      organisationId: text,
      severity: text,
      /** null = not for the reader: findings are told to those who must fix them and to the organisers. */
      title: text.nullable(),
      fixNow: text.nullable(),
      fixLong: text.nullable(),
      status: z.enum(remediationStatuses),
      dueAt: z.int().nullable(),
      openedAt: z.int().nullable(),
      fixedAt: z.int().nullable(),
      retestedAt: z.int().nullable(),
      note: text,
      mayFix: z.boolean(),
      mayRetest: z.boolean(),
    }),
  ),
  summary: 'Recognised findings of published drills and how far they are fixed.',
});

const claim = z.object({ claim: id() });
const note = paragraph(2_000).default('');

export const remediationSchedule = operation({
  name: 'remediation.schedule',
  method: 'POST',
  path: '/remediations/:claim/schedule',
  roles: ['officer', 'head'],
  params: claim,
  body: z.strictObject({ dueAt: instant().nullable() }),
  output: done,
  summary: 'Set the day by which a finding is to be fixed.',
});
export const remediationFix = operation({
  name: 'remediation.fix',
  method: 'POST',
  path: '/remediations/:claim/fix',
  roles: ['officer'],
  params: claim,
  body: z.strictObject({ note }),
  output: done,
  summary: 'Record that a finding has been fixed.',
});
export const remediationRetest = operation({
  name: 'remediation.retest',
  method: 'POST',
  path: '/remediations/:claim/retest',
  roles: ['user'],
  params: claim,
  body: z.strictObject({ passed: z.boolean(), note }),
  output: done,
  summary: 'Record a re-test, by an officer other than the one who fixed it or by an organiser of the drill.',
});

export const workRead = operation({
  name: 'work.read',
  method: 'GET',
  path: '/work',
  roles: ['user'],
  output: z.object({
    now: z.int(),
    tickets: z.array(
      z.object({
        id: id(),
        number: text,
        title: text,
        severity: text,
        status: text,
        mode: z.enum(['real', 'drill']),
        drillId: text.nullable(),
        nextDueAt: z.int().nullable(),
      }),
    ),
    tasks: z.array(
      z.object({
        id: id(),
        title: text,
        dueAt: z.int().nullable(),
        ticketId: id(),
        number: text,
        mode: z.enum(['real', 'drill']),
        drillId: text.nullable(),
      }),
    ),
    deadlines: z.array(deadlineLine),
    drills: z.array(
      z.object({
        id: id(),
        name: text,
        status: text,
        role: text,
        teamId: text.nullable(),
        startsAt: z.int(),
        endsAt: z.int(),
        /** What waits for this person: `accept_rules`, `sign_pledge`, `claims_need_info`, `claims_to_verify`, `claims_to_judge`, `tickets_open`. */
        acts: z.array(z.object({ code: text, count: z.int() })),
      }),
    ),
  }),
  summary:
    'What waits for the caller: tickets, tasks, legal deadlines of the next 72 hours, drills with their next acts.',
});

export const postureOperations = [
  postureHome,
  postureRead,
  postureSystems,
  remediationList,
  remediationSchedule,
  remediationFix,
  remediationRetest,
  workRead,
] as const;
