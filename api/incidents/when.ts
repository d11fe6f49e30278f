import { refuse } from '../domain/refusal.ts';
import type { Refusal } from '../domain/refusal.ts';

/** Clocks of people's machines differ a little from the server's. */
const tolerance = 2 * 60_000;

/** Refuses a stated time (ms) that lies in the future. */
export function assertPast(field: string, stated: number | null | undefined, now: number): Refusal | undefined {
  if (stated === null || stated === undefined || stated <= now + tolerance) return undefined;
  return refuse('request.invalid', {}, [{ path: [field], code: 'time.future' }]);
}
