import { z } from 'zod';
import { gateItems } from '../domain/drill/plan.ts';
import type { GateItem } from '../domain/drill/plan.ts';
import { beforeStart } from '../domain/drill/status.ts';
import { day } from './drill-fields.ts';
import { done, id, line, optionalLine, paragraph } from './fields.ts';
import { operation } from './operation.ts';

const params = z.object({ drill: id() });
const item = z.enum(Object.keys(gateItems) as [GateItem, ...GateItem[]]);

const gateLine = z.object({
  item,
  targetId: z.string().nullable(),
  name: z.string(),
  status: z.enum(['satisfied', 'overridden', 'missing']),
  overridable: z.boolean(),
  record: z
    .object({
      by: z.string(),
      at: z.int(),
      reference: z.string(),
      on: z.string(),
      fileId: z.string().nullable(),
      note: z.string(),
      overrideReason: z.string().nullable(),
    })
    .nullable(),
});

export const gateRead = operation({
  name: 'gate.read',
  method: 'GET',
  path: '/drills/:drill/gate',
  roles: ['drill:control', 'drill:judge'],
  summary: 'The checklist of the start gate, and what is missing.',
  params,
  output: z.object({
    lines: z.array(gateLine),
    missing: z.array(z.string()),
    ready: z.boolean(),
    /** The clock of the server was set back from one time to another (ms) within the last two days: look at it before a start. */
    clockSetBack: z.object({ from: z.int(), to: z.int() }).nullable(),
  }),
});

const subject = {
  item,
  /** Target, or account for items asked of every member; null = the drill as a whole. */
  targetId: id().nullable(),
};

export const gateRecord = operation({
  name: 'gate.record',
  method: 'POST',
  path: '/drills/:drill/gate/record',
  roles: ['drill:control'],
  phases: beforeStart,
  summary: 'Puts a document on record: its number or reference, date, file.',
  params,
  body: z.strictObject({
    ...subject,
    reference: line(300),
    on: day(),
    fileId: id().nullable(),
    note: paragraph(1_000),
  }),
  output: done,
});

export const gateWithdraw = operation({
  name: 'gate.withdraw',
  method: 'POST',
  path: '/drills/:drill/gate/withdraw',
  roles: ['drill:control'],
  phases: beforeStart,
  summary: 'Takes a record or an override back.',
  params,
  body: z.strictObject({ ...subject, reason: optionalLine(500) }),
  output: done,
});

export const gateOverride = operation({
  name: 'gate.override',
  method: 'POST',
  path: '/drills/:drill/gate/override',
  roles: ['drill:control'],
  phases: beforeStart,
  stepUp: true,
  summary:
    "Lets the drill start without an item, on the caller's own name and reason; authority and consent cannot be waived.",
  params,
  body: z.strictObject({ ...subject, reason: line(500) }),
  output: done,
});

export const gateOperations = [gateRead, gateRecord, gateWithdraw, gateOverride] as const;
