import { z } from 'zod';
import type { Issue, RefusalCode } from '../domain/refusal.ts';

/** RFC 9457 body of every refusal. `code` is a key of the dictionary; no sentence crosses the wire. */
export const problem = z.object({
  type: z.string(),
  status: z.int(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  issues: z.array(
    z.object({
      path: z.array(z.union([z.string(), z.number()])),
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
  requestId: z.string(),
});

/** A refused call as the client sees it. `code` is `network` when no answer arrived. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: RefusalCode | 'network';
  readonly params: Record<string, string | number | string[]>;
  readonly issues: readonly Issue[];
  readonly requestId: string;

  constructor(status: number, code: RefusalCode | 'network', rest: Partial<z.output<typeof problem>> = {}) {
    super(code);
    this.name = 'ProblemError';
    this.status = status;
    this.code = code;
    this.params = rest.params ?? {};
    this.issues = rest.issues ?? [];
    this.requestId = rest.requestId ?? '';
  }
}
