import type { Trx } from '#db/schema.ts';
import type { Projector } from '../kernel/kernel.ts';

/** The file and its hash stay: only what it was called goes. */
const rename = (trx: Trx, id: string, name: string) =>
  trx.updateTable('evidence').set({ name }).where('id', '=', id).execute();

export const blankedEvidence: Projector = {
  async 'claim.evidence_added'(trx, { payload }) {
    await rename(trx, payload.evidenceId, payload.name);
  },
  async 'incident.evidence_added'(trx, { payload }) {
    await rename(trx, payload.evidenceId, payload.name);
  },
  async 'drill.document_added'(trx, { payload }) {
    await rename(trx, payload.documentId, payload.name);
  },
};
