import type { Area } from '../kernel/area.ts';
import { draftClaimCommand } from './draft-claim.ts';
import {
  correctClaimCommand,
  decideClaimCommand,
  holdClaimCommand,
  releaseClaimCommand,
  requestInfoCommand,
  undoDecisionCommand,
  undoVerificationCommand,
  verifyClaimCommand,
} from './judge-acts.ts';
import { listClaims } from './list-claims.ts';
import { readClaim } from './read-claim.ts';
import { readGrades } from './read-grades.ts';
import { readQueue } from './read-queue.ts';
import { readWhy } from './read-why.ts';
import { adjustScoreCommand, gradeTicketCommand } from './score-acts.ts';
import { searchTechniques } from './search-techniques.ts';
import { replyClaimCommand, submitClaimCommand, updateClaimCommand, withdrawClaimCommand } from './team-acts.ts';

/** Findings of the attack teams and their judging. They live in the fold of their drill: there are no rows to keep. */
export const claimsArea: Area = {
  commands: [
    draftClaimCommand,
    updateClaimCommand,
    submitClaimCommand,
    withdrawClaimCommand,
    replyClaimCommand,
    requestInfoCommand,
    verifyClaimCommand,
    undoVerificationCommand,
    holdClaimCommand,
    releaseClaimCommand,
    decideClaimCommand,
    undoDecisionCommand,
    correctClaimCommand,
    adjustScoreCommand,
    gradeTicketCommand,
  ],
  queries: [listClaims, readClaim, readQueue, readWhy, readGrades, searchTechniques],
  projector: {},
  jobs: {},
};
