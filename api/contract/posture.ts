import { z } from 'zod';
import { systemListKeys } from '../domain/posture/system-lists.ts';
import { dossierStatuses, planStatuses, systemStatuses } from '../domain/registry/kinds.ts';
import { id, listOf, page } from './fields.ts';
import { operation } from './operation.ts';
import { named } from './registry-fields.ts';

export const text = z.string();

const readers = ['head', 'leader', 'officer', 'admin'] as const;

const organisation = z.object({ organisation: id() });

/** Incidents not closed and findings not fixed at a moment; null = nothing had been recorded by then. */
const standing = z.object({ incidents: z.int(), findings: z.int() }).nullable();

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
  /** "Ngay": owed since then, with no number of hours. */
  atOnce: z.boolean(),
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
    /** `successor`: who goes on for it when it has ended. */
    organisation: z.object({ id: id(), name: text, successor: named.nullable() }),
    asOf: z.int(),
    year: z.int(),
    window: z.object({ from: z.int(), until: z.int() }),
    figures,
    deadlines: z.array(deadlineLine),
    /** Better than last time? The same counts 30 days ago and now. */
    comparison: z.object({ since: z.int(), before: standing, now: standing }),
    /** How many stand right below it. */
    units: z.int(),
  }),
  summary:
    'One page of facts about the systems of an organisation and all below it. Real incidents only; each number names its list.',
});

export const postureUnits = operation({
  name: 'posture.units',
  method: 'GET',
  path: '/posture/:organisation/units',
  roles: readers,
  params: organisation,
  query: z.strictObject(page),
  output: listOf(
    z.object({
      id: id(),
      name: text,
      /** Enough systems to be compared. */
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
  summary: 'The same figures for each organisation right below, by name.',
});

export const postureSystems = operation({
  name: 'posture.systems',
  method: 'GET',
  path: '/posture/:organisation/systems',
  roles: readers,
  params: organisation,
  query: z.strictObject({
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

export const postureOperations = [postureHome, postureRead, postureUnits, postureSystems] as const;
