import type { Area } from '../kernel/area.ts';
import { attachToClaim, attachToTicket } from './attach.ts';
import { projectEvidence } from './project.ts';
import { readEvidence } from './read-evidence.ts';
import { sweepUploads } from './sweep.ts';

/** Files: received in pieces, hashed on arrival, then part of a finding or a ticket for good. */
export const evidenceArea: Area = {
  commands: [attachToClaim, ...attachToTicket],
  queries: [readEvidence],
  projector: projectEvidence,
  jobs: { 'evidence.sweep': sweepUploads },
};
