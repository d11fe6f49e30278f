import { z } from 'zod';
import { claim, impacts, judging, scored, severity } from './claim-fields.ts';
import { done, id, paragraph, requiredParagraph } from './fields.ts';
import { operation } from './operation.ts';

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

export const claimUndoVerification = operation({
  name: 'claim.undo_verification',
  method: 'POST',
  path: '/drills/:drill/claims/:claim/undo-verification',
  roles: ['drill:control'],
  phases: judging,
  summary: 'Takes back one’s own provisional opinion within 30 seconds, before a judge decides; both stay on record.',
  params: claim,
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

export const claimUndoDecision = operation({
  name: 'claim.undo_decision',
  method: 'POST',
  path: '/drills/:drill/claims/:claim/undo-decision',
  roles: ['drill:judge'],
  phases: judging,
  summary: 'Takes back one’s own first decision within 30 seconds, while nothing rests on it; both stay on record.',
  params: claim,
  output: done,
});

export const claimCorrect = operation({
  name: 'claim.correct',
  method: 'POST',
  path: '/drills/:drill/claims/:claim/correct',
  roles: ['drill:judge'],
  phases: judging,
  stepUp: true,
  summary:
    'A new decision in place of the one it names, by another judge where the drill has one who may; both stay on record.',
  params: claim,
  body: z.strictObject({ decision, supersedes: z.int().min(1) }),
  output: z.object({ points: z.int() }),
});

export const adjudicationOperations = [
  claimRequestInfo,
  claimVerify,
  claimUndoVerification,
  claimHold,
  claimRelease,
  claimDecide,
  claimUndoDecision,
  claimCorrect,
] as const;
