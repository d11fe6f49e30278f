import type { Trx } from '#db/schema.ts';
import type { LoggedEvent } from '../domain/event.ts';
import type { Projector } from '../kernel/kernel.ts';

type Added = LoggedEvent<'claim.evidence_added' | 'incident.evidence_added'>;

export const projectEvidence: Projector = {
  'claim.evidence_added': (trx, event) => add(trx, event, event.payload.claimId, 'claim'),
  'incident.evidence_added': (trx, event) => add(trx, event, event.payload.ticketId, 'ticket'),
};

async function add(
  trx: Trx,
  { stream, actor, at, payload }: Added,
  subject: string,
  kind: 'claim' | 'ticket',
): Promise<void> {
  const { evidenceId: id, name, size, sha256, mediaType: media_type } = payload;
  await trx
    .insertInto('evidence')
    .values({ id, stream, subject, subject_kind: kind, name, size, sha256, media_type, added_by: actor, added_at: at })
    .execute();
}
