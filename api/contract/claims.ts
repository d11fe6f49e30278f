import { z } from 'zod';
import { claimStatuses, impactCriteria, severities } from '../domain/drill/claim.ts';
import {
  done,
  hundredths,
  id,
  instant,
  line,
  listOf,
  optionalLine,
  page,
  paragraph,
  requiredParagraph,
} from './fields.ts';
import { operation } from './operation.ts';

const drill = z.object({ drill: id() });
const claim = z.object({ drill: id(), claim: id() });
const severity = z.enum(severities);
const scored = z.enum(['critical', 'high', 'medium', 'low']);
const impacts = z
  .array(z.enum(impactCriteria))
  .max(impactCriteria.length)
  .transform((list) => [...new Set(list)]);
const reporting = ['live', 'paused'] as const;
const judging = ['live', 'paused', 'ended', 'judging'] as const;

/** A finding as typed. Everything may be missing in a draft; title, target, severity and description are needed to submit. */
const finding = z.strictObject({
  targetId: id().or(z.literal('')).default(''),
  title: optionalLine(200),
  endpoint: optionalLine(300).default(''),
  techniqueId: z
    .string()
    .regex(/^T\d{4}(\.\d{3})?$/)
    .nullable()
    .default(null),
  severity: severity.default('unknown'),
  impacts: impacts.default([]),
  /** ms; default: now. */
  foundAt: instant().optional(),
  description: paragraph(20_000).default(''),
  fixNow: paragraph(5_000).default(''),
  fixLong: paragraph(5_000).default(''),
});

export const claimDraft = operation({
  name: 'claim.draft',
  method: 'POST',
  path: '/drills/:drill/claims',
  roles: ['drill:red'],
  phases: reporting,
  summary: 'Begins a finding; with `submit` it is submitted in the same act.',
  params: drill,
  body: finding.extend({ submit: z.boolean().default(false) }),
  output: z.object({ id: z.string(), number: z.string().nullable() }),
});

export const claimUpdate = operation({
  name: 'claim.update',
  method: 'PUT',
  path: '/drills/:drill/claims/:claim',
  roles: ['drill:red'],
  phases: judging,
  summary: 'Replaces the text of a draft, or of a finding the organisers have asked about.',
  params: claim,
  body: finding,
  output: done,
});

export const claimSubmit = operation({
  name: 'claim.submit',
  method: 'POST',
  path: '/drills/:drill/claims/:claim/submit',
  roles: ['drill:red'],
  phases: reporting,
  summary: 'Submits a draft; the time that ranks first finders is the server’s.',
  params: claim,
  output: z.object({ number: z.string() }),
});

export const claimWithdraw = operation({
  name: 'claim.withdraw',
  method: 'POST',
  path: '/drills/:drill/claims/:claim/withdraw',
  roles: ['drill:red'],
  phases: judging,
  summary: 'Takes back what is undecided; while the board is frozen, drafts only.',
  params: claim,
  output: done,
});

export const claimReply = operation({
  name: 'claim.reply',
  method: 'POST',
  path: '/drills/:drill/claims/:claim/reply',
  roles: ['drill:red'],
  phases: judging,
  summary: 'Answers what the organisers asked; the finding is submitted again, its first time stands.',
  params: claim,
  body: z.strictObject({ reply: requiredParagraph(5_000) }),
  output: done,
});

export const claimRequestInfo = operation({
  name: 'claim.request_info',
  method: 'POST',
  path: '/drills/:drill/claims/:claim/request-info',
  roles: ['drill:control', 'drill:judge'],
  phases: judging,
  summary: 'Asks the team for what is missing.',
  params: claim,
  body: z.strictObject({ question: requiredParagraph(2_000) }),
  output: done,
});

export const claimVerify = operation({
  name: 'claim.verify',
  method: 'POST',
  path: '/drills/:drill/claims/:claim/verify',
  roles: ['drill:control'],
  phases: judging,
  summary: 'The organisers’ provisional opinion; earns no points.',
  params: claim,
  body: z.strictObject({ severity, note: paragraph(2_000).default('') }),
  output: done,
});

export const claimHold = operation({
  name: 'claim.hold',
  method: 'POST',
  path: '/drills/:drill/claims/:claim/hold',
  roles: ['drill:judge'],
  phases: judging,
  summary: 'Keeps a claim to one judge for two minutes; again to renew.',
  params: claim,
  output: z.object({ until: z.int() }),
});

export const claimRelease = operation({
  name: 'claim.release',
  method: 'POST',
  path: '/drills/:drill/claims/:claim/release',
  roles: ['drill:judge'],
  phases: judging,
  summary: 'Lets a held claim go.',
  params: claim,
  output: done,
});

const graded = { severity: scored, impacts, impactEvidence: z.boolean() };
const decision = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('accepted'), ...graded, reason: paragraph(2_000).default('') }),
  z.strictObject({ outcome: z.literal('rejected'), reason: requiredParagraph(2_000) }),
  z.strictObject({ outcome: z.literal('duplicate'), of: id(), ...graded, reason: paragraph(2_000).default('') }),
]);

export const claimDecide = operation({
  name: 'claim.decide',
  method: 'POST',
  path: '/drills/:drill/claims/:claim/decide',
  roles: ['drill:judge'],
  phases: judging,
  summary: 'Accepts, rejects or calls it a duplicate of an earlier finding; only the first decision counts.',
  params: claim,
  body: z.strictObject({ decision }),
  output: z.object({ points: z.int() }),
});

export const claimCorrect = operation({
  name: 'claim.correct',
  method: 'POST',
  path: '/drills/:drill/claims/:claim/correct',
  roles: ['drill:judge'],
  phases: judging,
  stepUp: true,
  summary: 'A new decision in place of the one it names; both stay on record.',
  params: claim,
  body: z.strictObject({ decision, supersedes: z.int().min(1) }),
  output: z.object({ points: z.int() }),
});

const named = z.object({ id: z.string(), name: z.string() });
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
  query: z.object({
    ...page,
    status: z.enum(claimStatuses).optional(),
    severity: severity.optional(),
    target: z.string().max(64).optional(),
    team: z.string().max(64).optional(),
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

export const techniqueSearch = operation({
  name: 'technique.search',
  method: 'GET',
  path: '/techniques',
  roles: ['user'],
  summary: 'ATT&CK techniques by id, English or Vietnamese name; marks and case do not matter.',
  query: z.object({
    search: z.string().max(100).default(''),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  output: z.object({
    items: z.array(z.object({ id: z.string(), name: z.string(), nameVi: z.string(), tactics: z.array(z.string()) })),
    version: z.string(),
    notice: z.string(),
  }),
});

export const scoreAdjust = operation({
  name: 'score.adjust',
  method: 'POST',
  path: '/drills/:drill/adjustments',
  roles: ['drill:control', 'drill:judge'],
  phases: judging,
  stepUp: true,
  summary: 'Points by hand: a breach costs, a bonus earns, a correction may do either.',
  params: drill,
  body: z.strictObject({
    teamId: id(),
    points: hundredths(),
    rule: z.enum(['breach', 'correction', 'bonus']),
    reason: line(500),
  }),
  output: done,
});

export const scoreWhy = operation({
  name: 'score.why',
  method: 'GET',
  path: '/drills/:drill/teams/:team/score',
  roles: ['drill:control', 'drill:judge', 'drill:red', 'drill:blue'],
  summary:
    'Every line of a team’s ledger with its rule, version and inputs; a team reads its own, as far as the board shows.',
  params: z.object({ drill: id(), team: id() }),
  query: z.object({ claim: z.string().max(64).optional() }),
  output: z.object({
    points: z.int(),
    lines: z.array(
      z.object({
        at: z.int(),
        points: z.int(),
        rule: z.string(),
        claimId: z.string().nullable(),
        claimNumber: z.string().nullable(),
        ticketId: z.string().nullable(),
        by: z.string().nullable(),
        inputs: z.record(z.string(), z.union([z.string(), z.number()])),
        reason: z.string(),
      }),
    ),
  }),
});

export const ticketGrade = operation({
  name: 'ticket.grade',
  method: 'POST',
  path: '/drills/:drill/tickets/:ticket/grade',
  roles: ['drill:judge'],
  phases: judging,
  summary: 'Marks a defence team’s ticket, 0 to 100 for every criterion of the rules.',
  params: z.object({ drill: id(), ticket: id() }),
  body: z.strictObject({
    marks: z.record(z.string().max(40), z.int().min(0).max(100)),
    reason: paragraph(2_000).default(''),
    /** Sequence number of the grade replaced; null = the first. */
    supersedes: z.int().nullable().default(null),
  }),
  output: z.object({ points: z.int(), seq: z.int() }),
});

export const ticketGrades = operation({
  name: 'ticket.grades',
  method: 'GET',
  path: '/drills/:drill/grades',
  roles: ['drill:control', 'drill:judge', 'drill:blue'],
  summary: 'Grades in force of defence tickets; a team reads its own, as far as the board shows.',
  params: drill,
  output: z.object({
    /** Most points (hundredths) by criterion. */
    criteria: z.record(z.string(), z.int()),
    items: z.array(
      z.object({
        ticketId: z.string(),
        teamId: z.string(),
        marks: z.record(z.string(), z.int()),
        points: z.int(),
        at: z.int(),
        reason: z.string(),
        /** For the next grade to name; judges and organisers only. */
        seq: z.int().nullable(),
        by: z.string().nullable(),
      }),
    ),
  }),
});

export const claimsOperations = [
  claimDraft,
  claimUpdate,
  claimSubmit,
  claimWithdraw,
  claimReply,
  claimRequestInfo,
  claimVerify,
  claimHold,
  claimRelease,
  claimDecide,
  claimCorrect,
  claimList,
  claimRead,
  claimQueue,
  techniqueSearch,
  scoreAdjust,
  scoreWhy,
  ticketGrade,
  ticketGrades,
] as const;
