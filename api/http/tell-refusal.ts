import { networkOf } from '../domain/system/network.ts';
import type { Refusal } from '../domain/refusal.ts';
import { refusals } from '../domain/refusal.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Asked } from './context.ts';

/** Who is not known, may not, asks too much or too often. */
const denied = new Set<number>([401, 403, 413, 429]);
/** Guesses at a code, and files no evidence is made of. */
const alsoTold = new Set(['invitation.invalid', 'evidence.type']);

/** One line for what somebody was denied, a quieter one for a request no page of ours sends; mistakes and dead links make none. */
export function tellRefusal(logger: Logger, { code, issues }: Refusal, asked: Asked): void {
  const attack = issues.some((issue) => issue.code === 'unrecognized_keys' || issue.code === 'repeated_keys');
  const told = denied.has(refusals[code]) || alsoTold.has(code);
  if (!told && !attack) return;
  logger[told ? 'warn' : 'info']('refused', {
    code,
    actor: asked.actor ?? null,
    operation: asked.operation ?? null,
    network: networkOf(asked.address),
    requestId: asked.requestId,
  });
}
