import { z } from 'zod';
import { id } from './fields.ts';
import { ruleSource } from './incident-ticket.ts';
import { operation } from './operation.ts';

const text = z.string();
const label = z.object({ vi: text, en: text });

const profileLine = z.object({
  id: id(),
  version: z.int(),
  kind: z.enum(['law', 'internal']),
  title: label,
  status: z.enum(['checked', 'awaiting_guidance', 'unclear', 'internal']),
  statusNote: label,
  effectiveFrom: text.nullable(),
  effectiveTo: text.nullable(),
  supersedes: text.nullable(),
});

const dated = { windowFrom: text.nullable(), windowTo: text.nullable(), dueBefore: text, form: text.nullable() };
const named = { code: text, label, source: ruleSource };

export const regulationList = operation({
  name: 'regulation.list',
  method: 'GET',
  path: '/regulations',
  roles: ['user'],
  output: z.object({
    profiles: z.array(profileLine),
    types: z.array(z.object({ code: text, order: z.int(), label })),
    typesSource: ruleSource,
  }),
  summary: 'Regulation profiles and the ten kinds of incident.',
});

export const regulationRead = operation({
  name: 'regulation.read',
  method: 'GET',
  path: '/regulations/:profile',
  roles: ['user'],
  params: z.object({ profile: id() }),
  output: profileLine.extend({
    legalBasis: z.array(ruleSource.extend({ title: text, checkedOn: text.nullable(), checkedBy: text.nullable() })),
    classes: z.array(
      z.object({ ...named, needsHumanDecision: z.boolean(), decision: label.nullable(), checklist: z.array(label) }),
    ),
    clocks: z.array(
      z.object({
        ...named,
        condition: label,
        t0: z.enum(['detected_at', 'personal_data_detected_at', 'ended_at']),
        duration: z.object({ value: z.number(), unit: z.enum(['minute', 'hour', 'day', 'working_day']) }),
        recipient: label,
        form: text.nullable(),
        action: z.enum(['notify', 'report']),
      }),
    ),
    steps: z.array(z.object(named)),
    duties: z.array(z.object({ ...named, recipient: label })),
    periodic: z.array(z.object({ ...named, ...dated, recipient: label })),
    forms: z.array(z.object({ code: text, title: label, source: ruleSource })),
  }),
  summary: 'One regulation profile with the article and check mark of every clock.',
});

export const regulationsOperations = [regulationList, regulationRead] as const;
