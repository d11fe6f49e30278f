import { z } from 'zod';
import type { Role } from '../domain/actor.ts';
import { beforeStart } from '../domain/drill/status.ts';
import { id } from './fields.ts';
import { operation } from './operation.ts';

/** Largest single file, in bytes. */
export const largestFile = 200 * 1024 * 1024;
/** Below `/api`. */
export const uploadPath = '/evidence/upload';
/** Where files are sent, in pieces, by the tus protocol; the last part of the address given back is the `upload` of the acts below. */
export const uploadAddress = `/api${uploadPath}`;

const judging = ['live', 'paused', 'ended', 'judging'] as const;
const workers = ['user'] as const satisfies readonly Role[];
const upload = z.string().regex(/^[0-9a-f]{32}$/);
const output = z.object({ id: z.string(), name: z.string(), size: z.int(), sha256: z.string(), mediaType: z.string() });

export const evidenceAttachClaim = operation({
  name: 'evidence.attach_claim',
  method: 'POST',
  path: '/drills/:drill/claims/:claim/evidence',
  roles: ['drill:red'],
  phases: judging,
  summary: 'Makes a received file evidence of a finding of the own team: of the exploit, of its impact, or other.',
  params: z.object({ drill: id(), claim: id() }),
  body: z.strictObject({ upload, kind: z.enum(['exploit', 'impact', 'other']).default('exploit') }),
  output,
});

export const evidenceAttachTicket = {
  real: operation({
    name: 'evidence.attach_incident',
    method: 'POST',
    path: '/incidents/:incident/evidence',
    roles: workers,
    summary: 'Makes a received file evidence of a real incident.',
    params: z.object({ incident: id() }),
    body: z.strictObject({ upload }),
    output: z.object({ ok: z.literal(true) }),
  }),
  drill: operation({
    name: 'evidence.attach_ticket',
    method: 'POST',
    path: '/drills/:drill/tickets/:incident/evidence',
    roles: ['drill:blue'],
    phases: judging,
    summary: 'Makes a received file evidence of a ticket of the own defence team.',
    params: z.object({ drill: id(), incident: id() }),
    body: z.strictObject({ upload }),
    output: z.object({ ok: z.literal(true) }),
  }),
};

export const evidenceAttachDocument = operation({
  name: 'evidence.attach_document',
  method: 'POST',
  path: '/drills/:drill/documents',
  roles: ['drill:control', 'organiser', 'leader'],
  phases: beforeStart,
  summary:
    'Files a received document with the drill: the decision, a consent; its id is the `fileId` of approval and gate.',
  params: z.object({ drill: id() }),
  body: z.strictObject({ upload }),
  output,
});

export const evidenceRead = operation({
  name: 'evidence.read',
  method: 'GET',
  path: '/evidence/:evidence',
  roles: ['user'],
  summary: 'The file, to those who may read the finding or ticket it belongs to; refused when its bytes have changed.',
  params: z.object({ evidence: id() }),
  query: z.strictObject({ inline: z.enum(['1']).optional() }),
  output: z.string(),
});

export const evidenceOperations = [
  evidenceAttachClaim,
  evidenceAttachTicket.real,
  evidenceAttachTicket.drill,
  evidenceAttachDocument,
  evidenceRead,
] as const;
