import type { scenarioView } from '../contract/scenarios.ts';
import type { z } from 'zod';
import type { LibraryScenario } from './library.ts';
import { rulesTextOf } from './to-drill.ts';

/** A scenario with the words of its briefs. */
export function viewOf({ id, hash, scenario, files }: LibraryScenario): z.input<typeof scenarioView> {
  const { control, red, blue } = scenario.briefs;
  const briefs = { control: files.get(control) ?? '', red: files.get(red) ?? '', blue: files.get(blue) ?? '' };
  return { id, hash, scenario, briefs, rulesText: rulesTextOf(scenario) };
}
