import { z } from 'zod';
import { beforeStart } from '../domain/drill/status.ts';
import { params, phase } from './drill-fields.ts';
import { done, id, instant, line, optionalLine, paragraph, requiredParagraph, revision } from './fields.ts';
import { operation } from './operation.ts';
import { scoringTable } from './scoring-rules.ts';

const planBody = {
  name: line(200),
  theme: optionalLine(300),
  startsAt: instant(),
  endsAt: instant(),
  /** Default: the start. */
  revealTargetsAt: instant().optional(),
  freezeMinutes: z
    .int()
    .min(0)
    .max(60 * 24 * 31)
    .nullable(),
  rulesText: requiredParagraph(30_000),
  objectives: z.array(line(500)).max(30),
  emergencyContact: paragraph(500),
  phases: z.array(phase).min(1).max(12),
};

export const drillCreate = operation({
  name: 'drill.create',
  method: 'POST',
  path: '/drills',
  roles: ['organiser'],
  summary: 'Drafts a drill from a scenario and dates, or freely; the caller takes a seat in control.',
  body: z.strictObject({
    name: line(200),
    hostOrganisationId: id(),
    scenarioId: id().nullable(),
    startsAt: instant(),
    /** Default: the length of the scenario. Another length scales its phases. */
    endsAt: instant().optional(),
    revealTargetsAt: instant().optional(),
    freezeMinutes: planBody.freezeMinutes.optional(),
    theme: planBody.theme.optional(),
    rulesText: planBody.rulesText.optional(),
    objectives: planBody.objectives.optional(),
    emergencyContact: planBody.emergencyContact.optional(),
    phases: planBody.phases.optional(),
  }),
  output: z.object({ id: z.string() }),
});

export const drillUpdate = operation({
  name: 'drill.update',
  method: 'PUT',
  path: '/drills/:drill/plan',
  roles: ['drill:control'],
  phases: beforeStart,
  summary: 'Replaces the plan. A changed Nội quy must be accepted again.',
  params,
  body: z.strictObject({ ...planBody, revision: revision() }),
  output: done,
});

export const drillSetRules = operation({
  name: 'drill.set_rules',
  method: 'PUT',
  path: '/drills/:drill/scoring',
  roles: ['drill:control'],
  phases: beforeStart,
  stepUp: true,
  summary: 'Sets the point table; only before the start.',
  params,
  /** `replaces` = the version of the table it was made from. */
  body: scoringTable.extend({ replaces: line(100) }),
  output: z.object({ version: z.string() }),
});

export const targetAdd = operation({
  name: 'target.add',
  method: 'POST',
  path: '/drills/:drill/targets',
  roles: ['drill:control'],
  phases: beforeStart,
  summary: 'Puts a system into scope: one of the registry, or a free one by name.',
  params,
  body: z.strictObject({
    systemId: id().nullable(),
    name: line(200),
    ownerOrganisationId: id().nullable(),
    scope: z.array(line(253)).max(100),
    level: z.int().min(1).max(5).nullable(),
  }),
  output: z.object({ id: z.string() }),
});

export const targetRemove = operation({
  name: 'target.remove',
  method: 'POST',
  path: '/drills/:drill/targets/:target/remove',
  roles: ['drill:control'],
  phases: beforeStart,
  summary: 'Takes a system out of scope, with what the gate had on record for it.',
  params: z.object({ drill: id(), target: id() }),
  output: done,
});

export const drillPlanOperations = [drillCreate, drillUpdate, drillSetRules, targetAdd, targetRemove] as const;
