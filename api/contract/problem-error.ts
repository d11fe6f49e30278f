import type { z } from 'zod';
import type { Issue, RefusalCode } from '../domain/refusal.ts';
import type { problem } from './problem.ts';

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

/** What a refusal's body says; an answer that is none of ours, from a proxy on the way, gets the code of its status. */
export function readProblem(status: number, text: string): ProblemError {
  const body = parse(text);
  const ours = typeof body?.code === 'string' && typeof body.params === 'object' && Array.isArray(body.issues);
  if (ours) return new ProblemError(status, body.code as RefusalCode, body);
  return new ProblemError(status, status >= 500 ? 'server.unavailable' : 'request.invalid');
}

function parse(text: string): z.output<typeof problem> | null {
  try {
    return JSON.parse(text) as z.output<typeof problem> | null;
  } catch {
    return null;
  }
}
