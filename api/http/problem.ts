import type { Logger } from '../kernel/logger.ts';
import { Refusal, refusals, refuse } from '../domain/refusal.ts';
import type { Asked } from './context.ts';
import { tellRefusal } from './tell-refusal.ts';
import { unavailable } from './unavailable.ts';

/** Turns whatever was thrown into an RFC 9457 answer. Defects are logged in full and answered with nothing but the request id. */
export function problemResponse(error: unknown, asked: Asked, logger: Logger): Response {
  const { requestId } = asked;
  const refusal = error instanceof Refusal ? error : unexpected(error, requestId, logger);
  tellRefusal(logger, refusal, asked);
  const status = refusals[refusal.code];
  const body = {
    type: `urn:thao-truong:problem:${refusal.code}`,
    status,
    code: refusal.code,
    params: refusal.params,
    issues: refusal.issues,
    requestId,
  };
  const headers: Record<string, string> = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
  if (refusal.code === 'request.rate_limited') headers['retry-after'] = String(refusal.params['seconds'] ?? 1);
  return new Response(JSON.stringify(body), { status, headers });
}

function unexpected(error: unknown, requestId: string, logger: Logger): Refusal {
  const why = unavailable(error);
  logger.error(why ?? 'defect', { requestId, error: error instanceof Error ? error.stack : String(error) });
  return refuse(why ? 'server.unavailable' : 'server.error');
}
