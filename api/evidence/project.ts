import type { Trx } from '#db/schema.ts';
import type { LoggedEvent } from '../domain/event.ts';
import type { Projector } from '../kernel/kernel.ts';

type Added = Pick<LoggedEvent, 'stream' | 'actor' | 'at'> & {
  payload: { evidenceId: string; name: string; size: number; sha256: string; mediaType: string };
};

export const projectEvidence: Projector = {
  'claim.evidence_added': (trx, event) => add(trx, event, event.payload.claimId, 'claim'),
  'incident.evidence_added': (trx, event) => add(trx, event, event.payload.ticketId, 'ticket'),
  'drill.document_added': (trx, event) =>
    add(
      trx,
      { ...event, payload: { ...event.payload, evidenceId: event.payload.documentId } },
      event.payload.documentId,
      'document',
    ),
};

async function add(
  trx: Trx,
  { stream, actor, at, payload }: Added,
  subject: string,
  kind: 'claim' | 'ticket' | 'document',
): Promise<void> {
  const { evidenceId: id, name, size, sha256, mediaType: media_type } = payload;
  await trx
    .insertInto('evidence')
    .values({ id, stream, subject, subject_kind: kind, name, size, sha256, media_type, added_by: actor, added_at: at })
    .execute();
}
