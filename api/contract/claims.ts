import { z } from 'zod';
import { claim, drill, impacts, judging, reporting, severity } from './claim-fields.ts';
import { done, id, instant, optionalLine, paragraph, requiredParagraph, revision } from './fields.ts';
import { operation } from './operation.ts';

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
  body: finding.extend({ revision: revision() }),
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

export const claimsOperations = [claimDraft, claimUpdate, claimSubmit, claimWithdraw, claimReply] as const;
