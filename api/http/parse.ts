import type { HonoRequest } from 'hono';
import type { z } from 'zod';
import { toIssue } from '../contract/issue.ts';
import { refuse } from '../domain/refusal.ts';

/** Parses one part of a request by its schema, or refuses with a code and numbers for every field that is wrong. */
export function parsePart(schema: z.ZodType | undefined, value: unknown, where: 'params' | 'query' | 'body'): unknown {
  if (!schema) {
    if (where !== 'params' && Object.keys((value ?? {}) as object).length > 0)
      throw refuse('request.invalid', {}, [{ path: [], code: 'unrecognized_keys' }]);
    return undefined;
  }
  if (where === 'query') assertPlain(value as Record<string, string>);
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  // An address that cannot exist is answered like one that does not.
  if (where === 'params') throw refuse('not_found');
  throw refuse('request.invalid', {}, result.error.issues.map(toIssue));
}

/** The names and values after "?"; a name given twice is refused, because two readers could take different ones. */
export function queryOf(request: HonoRequest): Record<string, string> {
  if (!request.url.includes('?')) return {};
  const query: Record<string, string> = {};
  for (const [name, values] of Object.entries(request.queries())) {
    if (values.length > 1) throw refuse('request.invalid', {}, [{ path: [name], code: 'repeated_keys' }]);
    query[name] = values[0] ?? '';
  }
  return query;
}

/** A control character or half a character in an address helps nobody, and PostgreSQL cannot compare with some of them. */
function assertPlain(query: Record<string, string>): void {
  const name = Object.keys(query).find((key) => /[\p{Cc}\p{Cs}]/u.test(query[key] ?? ''));
  if (name !== undefined) throw refuse('request.invalid', {}, [{ path: [name], code: 'text.control' }]);
}
