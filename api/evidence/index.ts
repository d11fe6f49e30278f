import type { Area } from '../kernel/area.ts';
import { attachDocument, attachToClaim, attachToTicket } from './attach.ts';
import { projectEvidence } from './project.ts';
import { readEvidence } from './read-evidence.ts';
import { sweepUploads } from './sweep.ts';

/** Files: received in pieces, hashed on arrival, then part of a finding, a ticket or a drill for good. */
export const evidenceArea: Area = {
  commands: [attachToClaim, ...attachToTicket, attachDocument],
  queries: [readEvidence],
  projector: projectEvidence,
  jobs: { 'evidence.sweep': sweepUploads },
};
