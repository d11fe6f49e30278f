import { z } from 'zod';
import { id } from './fields.ts';
import { operation } from './operation.ts';
import { scenario } from './scenario.ts';

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(64);

const scenarioRow = z.object({
  id: slug,
  title: z.object({ vi: z.string(), en: z.string() }),
  summary: z.object({ vi: z.string(), en: z.string() }),
  /** SHA-256 over every file of the folder: the version. */
  hash: z.string(),
  phases: z.array(
    z.object({ kind: z.string(), title: z.object({ vi: z.string(), en: z.string() }), durationMinutes: z.int() }),
  ),
  durationMinutes: z.int(),
  injectCount: z.int(),
});

/** A scenario with its briefs, as those may see it who prepare or run a drill. */
export const scenarioView = z.object({
  id: slug,
  hash: z.string(),
  scenario,
  briefs: z.object({ control: z.string(), red: z.string(), blue: z.string() }),
  /** The whole Nội quy as one text, ready to be accepted. */
  rulesText: z.string(),
});

export const scenarioList = operation({
  name: 'scenario.list',
  method: 'GET',
  path: '/scenarios',
  roles: ['organiser', 'admin'],
  summary: 'The library of scenarios. Not for players: it holds situations yet to come.',
  output: z.object({ items: z.array(scenarioRow) }),
});

export const scenarioRead = operation({
  name: 'scenario.read',
  method: 'GET',
  path: '/scenarios/:scenario',
  roles: ['organiser', 'admin'],
  summary: 'One scenario with its briefs.',
  params: z.object({ scenario: slug }),
  output: scenarioView,
});

export const drillScenario = operation({
  name: 'drill.scenario',
  method: 'GET',
  path: '/drills/:drill/scenario',
  roles: ['drill:control', 'drill:judge'],
  summary: 'The scenario a drill was made from; `changed` when its files are no longer those of that day.',
  params: z.object({ drill: id() }),
  output: z.object({ view: scenarioView.nullable(), changed: z.boolean() }),
});

export const scenariosOperations = [scenarioList, scenarioRead, drillScenario] as const;
