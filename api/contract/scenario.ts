import { z } from 'zod';
import { phaseKinds } from '../domain/drill/plan.ts';

const slug = () =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(64);
const text = (max = 300) => z.string().trim().min(1).max(max);
const both = (max = 300) => z.strictObject({ vi: text(max), en: text(max) });
const minutes = (min: number) =>
  z
    .int()
    .min(min)
    .max(60 * 24 * 60);
const percent = () => z.int().min(0).max(100);
/** Points as people write them, at most two decimals. */
const points = () => z.number().min(0).max(100_000).multipleOf(0.01);
const file = () =>
  z
    .string()
    .regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*\.md$/)
    .max(120);

/** What the rules of engagement must speak of, each exactly once. */
export const ruleTopics = ['goal', 'allowed', 'forbidden', 'depth', 'time', 'data', 'stop', 'reporting'] as const;
export const injectSides = ['red', 'blue', 'both'] as const;
export const scenarioOrigins = ['source', 'project'] as const;

const phase = z.strictObject({
  id: slug(),
  kind: z.enum(phaseKinds),
  title: both(),
  startsAfterMinutes: minutes(0),
  durationMinutes: minutes(1),
});

const rules = z.strictObject({
  title: text(),
  /** Said aloud or written by anyone, it stops the drill. */
  stopWord: text(60),
  articles: z
    .array(z.strictObject({ topic: z.enum(ruleTopics), title: text(), lines: z.array(text(1_000)).min(1).max(30) }))
    .min(1),
});

const inject = z.strictObject({
  id: slug(),
  title: text(),
  minute: minutes(0),
  to: z.enum(injectSides),
  text: text(4_000),
  expected: z.array(text(500)).min(1).max(20),
});

const redObjective = z.strictObject({
  id: slug(),
  title: text(),
  techniques: z
    .array(z.string().regex(/^T\d{4}(\.\d{3})?$/))
    .min(1)
    .max(10),
  severity: z.enum(['low', 'medium', 'high', 'critical']),
});

const blueExpectation = z.strictObject({
  id: slug(),
  title: text(),
  rubric: z
    .array(z.strictObject({ title: text(500), percent: percent() }))
    .min(1)
    .max(10),
});

const scoring = z.strictObject({
  severity: z.strictObject({ critical: points(), high: points(), medium: points(), low: points() }),
  extraImpactPercent: percent(),
  withoutImpactEvidencePercent: percent(),
  duplicatePercent: percent(),
  duplicateWindowMinutes: minutes(0),
  firstBloodPercent: percent(),
  ticket: z.record(slug(), points()),
  ties: z.array(z.enum(['critical_count', 'high_count', 'earliest_critical', 'earliest_last_score'])).max(4),
});

/** A scenario as its `scenario.yaml` says it; the JSON Schema for editors is generated from this. */
export const scenario = z.strictObject({
  format: z.literal(1),
  title: both(),
  summary: both(1_500),
  /** Where the theme comes from; what is not in the source is the project's proposal. */
  source: z.strictObject({ origin: z.enum(scenarioOrigins), text: text(1_000) }),
  /** Says which parts are ours; shown wherever the scenario is. */
  notice: text(500),
  objectives: z.array(text(500)).min(1).max(20),
  phases: z.array(phase).min(1).max(12),
  /** Minutes before the end at which public scores stop moving. */
  freezeMinutes: minutes(0).nullable(),
  targetTypes: z
    .array(z.strictObject({ id: slug(), name: text(), note: text(500) }))
    .min(1)
    .max(20),
  rules,
  injects: z.array(inject).max(60),
  redObjectives: z.array(redObjective).max(60),
  blueExpectations: z.array(blueExpectation).min(1).max(60),
  scoring,
  briefs: z.strictObject({ control: file(), red: file(), blue: file() }),
});
export type Scenario = z.output<typeof scenario>;
