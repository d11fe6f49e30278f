import type { z } from 'zod';
import { toIssue } from '../contract/issue.ts';
import { refuse } from '../domain/refusal.ts';

/** Parses one part of a request by its schema, or refuses with a code and numbers for every field that is wrong. */
export async function parsePart(
  schema: z.ZodType | undefined,
  value: unknown,
  where: 'params' | 'query' | 'body',
): Promise<unknown> {
  if (!schema) {
    if (where === 'body' && Object.keys((value ?? {}) as object).length > 0)
      throw refuse('request.invalid', {}, [{ path: [], code: 'unrecognized_keys' }]);
    return undefined;
  }
  const result = await schema.safeParseAsync(value, { reportInput: true });
  if (result.success) return result.data;
  // An address that cannot exist is answered like one that does not.
  if (where === 'params') throw refuse('not_found');
  throw refuse('request.invalid', {}, result.error.issues.map(toIssue));
}
