import type { UploadTable } from '#db/schema/evidence.ts';
import { evidenceAttachClaim, evidenceAttachDocument, evidenceAttachTicket } from '../contract/evidence.ts';
import { addEvidence } from '../domain/drill/claims-of-team.ts';
import { seenClaim, sightWithin } from '../claims/seen.ts';
import type { Sight } from '../claims/seen.ts';
import { assertAccepted } from '../drills/accepted.ts';
import { drillStream } from '../drills/fold.ts';
import { loadDrill } from '../drills/load-drill.ts';
import { assertRuns } from '../drills/oversight.ts';
import { ticketCommands } from '../incidents/ticket-command.ts';
import { command } from '../kernel/command.ts';
import { receivedFile } from './received.ts';

export const attachToClaim = command<typeof evidenceAttachClaim, { sight: Sight; file: UploadTable }>({
  operation: evidenceAttachClaim,
  stream: ({ params }) => drillStream(params.drill),
  load: async (trx, { params, body, actor, call }, kernel) => {
    const sight = await sightWithin(trx, kernel, actor, params.drill, call.at);
    assertAccepted(sight.state, actor);
    return { sight, file: await receivedFile(trx, body.upload, actor.id) };
  },
  decide: ({ sight, file }, { params, body }) => {
    const { id: evidenceId, name, size, sha256, media_type: mediaType } = file;
    return addEvidence(seenClaim(sight, params.claim), { evidenceId, kind: body.kind, name, size, sha256, mediaType });
  },
  answer: (_events, _args, { file }) => received(file),
});

export const attachDocument = command<typeof evidenceAttachDocument, UploadTable>({
  operation: evidenceAttachDocument,
  stream: ({ params }) => drillStream(params.drill),
  load: async (trx, { params, body, actor }, kernel) => {
    const { plan } = await loadDrill(trx, kernel, params.drill);
    await assertRuns(trx, actor, params.drill, ['organiser', 'leader'], plan.hostOrganisationId);
    return receivedFile(trx, body.upload, actor.id);
  },
  decide: (file) => {
    const { id: documentId, ...facts } = received(file);
    return [{ type: 'drill.document_added', subject: documentId, payload: { documentId, ...facts } }];
  },
  answer: (_events, _args, file) => received(file),
});

function received({ id, name, size, sha256, media_type: mediaType }: UploadTable) {
  return { id, name, size, sha256, mediaType };
}

export const attachToTicket = ticketCommands({
  acts: evidenceAttachTicket,
  needs: 'add',
  find: (trx, _ticket, { upload }, actor) => receivedFile(trx, upload, actor.id),
  decide: ({ ticket, found: { id, name, size, sha256, media_type: mediaType } }) => ({
    type: 'incident.evidence_added',
    subject: ticket.id,
    payload: { ticketId: ticket.id, evidenceId: id, name, size, sha256, mediaType },
  }),
});
