import type { z } from 'zod';
import type { Issue } from '../domain/refusal.ts';

/** zod's finding as a dictionary code with its numbers; the same in the browser's form check. */
export function toIssue(issue: z.core.$ZodIssue): Issue {
  const path = issue.path.filter((part) => typeof part !== 'symbol') as (string | number)[];
  switch (issue.code) {
    case 'too_small':
      return { path, code: 'too_small', params: { minimum: Number(issue.minimum), origin: issue.origin } };
    case 'too_big':
      return { path, code: 'too_big', params: { maximum: Number(issue.maximum), origin: issue.origin } };
    case 'invalid_type':
      return {
        path,
        code: issue.input === undefined ? 'required' : 'invalid_type',
        params: { expected: issue.expected },
      };
    case 'unrecognized_keys':
      return { path: [...path, ...issue.keys.slice(0, 1)], code: 'unrecognized_keys' };
    case 'custom':
      return { path, code: String(issue.params?.['code'] ?? 'invalid') };
    default:
      return { path, code: issue.code };
  }
}
