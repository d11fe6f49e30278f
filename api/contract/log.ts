import { z } from 'zod';
import { done, id, line, page } from './fields.ts';
import { operation } from './operation.ts';
import { named } from './registry-fields.ts';

const drill = z.object({ drill: id() });
const everySeat = ['drill:control', 'drill:judge', 'drill:red', 'drill:blue', 'drill:observer'] as const;

/** An entry of the log; `payload` is null where the caller may not read it: the digest still binds it. Of a redacted one it is what was left. */
const entry = z.object({
  stream: z.string(),
  seq: z.int(),
  type: z.string(),
  subject: z.string().nullable(),
  actor: z.string(),
  actorName: z.string().nullable(),
  at: z.int(),
  occurredAt: z.int(),
  payload: z.unknown(),
  redacted: z.boolean(),
  /** Where in the payload texts stand that an administrator may blank, for example `prizes.0.reason`. */
  texts: z.array(z.string()),
  digest: z.string(),
  prev: z.string(),
  hash: z.string(),
  /** The finding or ticket it is about, for whoever may read the entry. */
  about: z.object({ kind: z.enum(['claim', 'ticket']), id: z.string(), number: z.string() }).nullable(),
});
const entries = z.object({ items: z.array(entry), next: z.string().nullable() });

const checkpoint = z.object({
  seq: z.int(),
  hash: z.string(),
  at: z.int(),
  reason: z.string(),
  keyId: z.string(),
  signature: z.string(),
});
const key = z.object({ id: z.string(), publicKey: z.string() });

/** Filters are part of the keyset; `newest` turns the order round. */
const filters = { ...page, type: z.string().max(60).optional(), actor: z.string().max(64).optional() };

export const logRead = operation({
  name: 'log.read',
  method: 'GET',
  path: '/drills/:drill/log',
  roles: everySeat,
  summary:
    'Entries of the log of a drill; control and judges always, others once it is published and then only what concerns them.',
  params: drill,
  query: z.strictObject({
    ...filters,
    subject: z.string().max(64).optional(),
    order: z.enum(['oldest', 'newest']).default('oldest'),
  }),
  output: entries,
});

export const logExport = operation({
  name: 'log.export',
  method: 'GET',
  path: '/drills/:drill/log/export',
  roles: ['drill:control', 'drill:judge'],
  stepUp: true,
  summary: 'The whole log of a drill as a sealed NDJSON file that can be verified offline.',
  params: drill,
  output: z.string(),
});

export const logExportShared = operation({
  name: 'log.export_shared',
  method: 'GET',
  path: '/drills/:drill/log/shared',
  roles: everySeat,
  summary:
    'Once the drill is published: its log as a sealed file, where what the caller may not read is left as digests.',
  params: drill,
  output: z.string(),
});

export const checkpointList = operation({
  name: 'checkpoint.list',
  method: 'GET',
  path: '/drills/:drill/checkpoints',
  roles: [...everySeat, 'kiosk'],
  summary:
    'Signed statements of how long the log was, newest first, with the keys to check them; none from beyond a freeze.',
  params: drill,
  query: z.strictObject(page),
  output: z.object({ stream: z.string(), items: z.array(checkpoint), keys: z.array(key), next: z.string().nullable() }),
});

export const logHead = operation({
  name: 'log.head',
  method: 'GET',
  path: '/drills/:drill/log/head',
  roles: [...everySeat, 'kiosk'],
  summary: 'The newest signed statement about the log, for witnesses to keep: the next one must extend it.',
  params: drill,
  output: z.object({ stream: z.string(), checkpoint: checkpoint.nullable(), key: key.nullable() }),
});

export const auditRead = operation({
  name: 'audit.read',
  method: 'GET',
  path: '/audit',
  roles: ['admin'],
  summary: 'Accounts, roles, sessions and the registry: who did what and when, newest first.',
  query: z.strictObject({ ...filters, stream: z.enum(['system', 'registry']).default('system') }),
  output: entries,
});

export const incidentLog = operation({
  name: 'incident.log',
  method: 'GET',
  path: '/organisations/:organisation/log',
  roles: ['admin'],
  summary: 'Entries of the log of real incidents of an organisation that I administer, newest first.',
  params: z.object({ organisation: id() }),
  query: z.strictObject({ ...filters, subject: z.string().max(64).optional() }),
  output: entries.extend({ organisation: named }),
});

export const eventRedact = operation({
  name: 'event.redact',
  method: 'POST',
  path: '/redactions',
  roles: ['admin'],
  stepUp: true,
  summary:
    'Blanks for good what people wrote in one entry of a log, once: all of it or the named `texts`; ids, times and numbers stay, and the log still verifies.',
  body: z.strictObject({
    stream: z
      .string()
      .max(80)
      .regex(/^(?:system|registry|(?:drill|incident):[A-Za-z0-9_-]{1,64})$/),
    seq: z.int().min(1),
    /** As the entry names them; default: all. */
    texts: z.array(z.string().max(100)).min(1).max(500).optional(),
    reason: line(500),
  }),
  output: done,
});

export const logOperations = [
  logRead,
  logExport,
  logExportShared,
  checkpointList,
  logHead,
  auditRead,
  incidentLog,
  eventRedact,
] as const;
