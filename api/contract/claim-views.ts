import { z } from 'zod';
import { claimStatuses, impactCriteria } from '../domain/drill/claim.ts';
import { claim, drill, named, scored, severity } from './claim-fields.ts';
import { listOf, page, revision } from './fields.ts';
import { operation } from './operation.ts';

const claimLine = z.object({
  id: z.string(),
  number: z.string(),
  status: z.enum(claimStatuses),
  team: named,
  target: named.nullable(),
  title: z.string(),
  techniqueId: z.string().nullable(),
  /** As the team sees it; as organisers and judges do once they have spoken. */
  severity,
  provisionalSeverity: severity.nullable(),
  decidedSeverity: scored.nullable(),
  draftedAt: z.int(),
  submittedAt: z.int().nullable(),
  evidence: z.int(),
  points: z.int(),
  firstBlood: z.boolean(),
  heldBy: z.string().nullable(),
});

export const claimList = operation({
  name: 'claim.list',
  method: 'GET',
  path: '/drills/:drill/claims',
  roles: ['drill:control', 'drill:judge', 'drill:red'],
  summary: 'Findings, newest first: a team sees its own, organisers and judges all that were submitted.',
  params: drill,
  query: z.strictObject({
    ...page,
    /** `decided`: whatever the decision. */
    status: z.enum([...claimStatuses, 'decided']).optional(),
    severity: severity.optional(),
    target: z.string().max(64).optional(),
    team: z.string().max(64).optional(),
    /** Decided, first or again, by this account; for organisers and judges. */
    judge: z.string().max(64).optional(),
    search: z.string().max(200).optional(),
  }),
  output: listOf(claimLine),
});

const ref = z.object({
  at: z.int(),
  kind: z.enum(['claim', 'ticket']),
  id: z.string(),
  number: z.string(),
  title: z.string(),
  team: z.string(),
  status: z.string(),
});

export const claimView = claimLine.extend({
  finding: z.object({
    targetId: z.string(),
    title: z.string(),
    endpoint: z.string(),
    techniqueId: z.string().nullable(),
    severity,
    impacts: z.array(z.enum(impactCriteria)),
    foundAt: z.int(),
    description: z.string(),
    fixNow: z.string(),
    fixLong: z.string(),
  }),
  /** Of its text. */
  revision: revision(),
  author: z.string(),
  files: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['exploit', 'impact', 'other']),
      name: z.string(),
      size: z.int(),
      sha256: z.string(),
      mediaType: z.string(),
    }),
  ),
  /** Names of organisers and judges are for organisers and judges. */
  provisional: z.object({ severity, at: z.int(), by: z.string().nullable() }).nullable(),
  question: z.string().nullable(),
  exchanges: z.array(
    z.object({ at: z.int(), question: z.string(), reply: z.string().nullable(), repliedAt: z.int().nullable() }),
  ),
  hold: z.object({ name: z.string(), until: z.int(), mine: z.boolean() }).nullable(),
  decisions: z.array(
    z.object({
      seq: z.int().nullable(),
      at: z.int(),
      by: z.string().nullable(),
      /** Changed by the judge who had made it, the drill having no other for this team. */
      alone: z.boolean(),
      outcome: z.enum(['accepted', 'rejected', 'duplicate']),
      severity: scored.nullable(),
      impacts: z.array(z.enum(impactCriteria)),
      impactEvidence: z.boolean().nullable(),
      of: z.string().nullable(),
      reason: z.string(),
    }),
  ),
  bonus: z.int(),
  /** The board is frozen: what was decided since does not show here. */
  frozen: z.boolean(),
  /** The caller may decide: a judge, not of the team's own organisation. */
  mayDecide: z.boolean(),
  /** Findings and tickets on the same target, near in time; organisers and judges only. */
  around: z.array(ref),
});

export const claimRead = operation({
  name: 'claim.read',
  method: 'GET',
  path: '/drills/:drill/claims/:claim',
  roles: ['drill:control', 'drill:judge', 'drill:red'],
  summary: 'One finding with its evidence and as much of its judgement as the caller may know.',
  params: claim,
  output: claimView,
});

export const claimQueue = operation({
  name: 'claim.queue',
  method: 'GET',
  path: '/drills/:drill/queue',
  roles: ['drill:control', 'drill:judge'],
  summary: 'Undecided findings, oldest first, with how long they have waited and who is judging how much.',
  params: drill,
  output: z.object({
    items: z.array(claimLine.extend({ waitingMs: z.int(), mayDecide: z.boolean() })),
    counts: z.object({ submitted: z.int(), verified: z.int(), needsInfo: z.int(), decided: z.int() }),
    medianDecisionMs: z.int().nullable(),
    judges: z.array(z.object({ id: z.string(), name: z.string(), decided: z.int(), holds: z.string().nullable() })),
  }),
});

export const claimViewsOperations = [claimList, claimRead, claimQueue] as const;
