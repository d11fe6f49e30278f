import type { UploadTable } from '#db/schema/evidence.ts';
import { evidenceAttachClaim, evidenceAttachTicket } from '../contract/evidence.ts';
import { addEvidence } from '../domain/drill/claim-acts.ts';
import { seenClaim, sightWithin } from '../claims/seen.ts';
import type { Sight } from '../claims/seen.ts';
import { drillStream } from '../drills/fold.ts';
import { ticketCommands } from '../incidents/ticket-command.ts';
import { command } from '../kernel/command.ts';
import { receivedFile } from './received.ts';

export const attachToClaim = command<typeof evidenceAttachClaim, { sight: Sight; file: UploadTable }>({
  operation: evidenceAttachClaim,
  stream: ({ params }) => drillStream(params.drill),
  load: async (trx, { params, body, actor, call }, kernel) => {
    const sight = await sightWithin(trx, kernel, actor, params.drill, call.at);
    return { sight, file: await receivedFile(trx, body.upload, actor.id) };
  },
  decide: ({ sight, file }, { params, body }) => {
    const { id: evidenceId, name, size, sha256, media_type: mediaType } = file;
    return addEvidence(seenClaim(sight, params.claim), { evidenceId, kind: body.kind, name, size, sha256, mediaType });
  },
  answer: (_events, _args, { file: { id, name, size, sha256, media_type: mediaType } }) => ({
    id,
    name,
    size,
    sha256,
    mediaType,
  }),
});

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
