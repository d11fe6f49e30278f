import { z } from 'zod';
import { scenario } from '../contract/scenario.ts';

/** The JSON Schema of `scenario.yaml`, for editors; kept in `scenarios/scenario.schema.json`. Ends with a line break. */
export function scenarioJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(scenario, { io: 'input' }), null, 2)}\n`;
}
