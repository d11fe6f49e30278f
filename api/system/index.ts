import { timingSafeEqual } from 'node:crypto';
import { healthRead, metricsRead, openapiRead, readyRead } from '../contract/system.ts';
import { operations } from '../contract/index.ts';
import { refuse } from '../domain/refusal.ts';
import type { Area } from '../kernel/area.ts';
import { recentSetBack } from '../kernel/clock-set-back.ts';
import { sha256 } from '../kernel/ids.ts';
import { query } from '../kernel/query.ts';
import { signGrownStreams } from '../kernel/checkpoint.ts';
import { openapiDocument } from '../openapi.ts';

const checkpointEvery = 5 * 60_000;

const health = query({ operation: healthRead, run: async () => ({ ok: true as const }) });

const ready = query({
  operation: readyRead,
  async run({ call }, kernel) {
    try {
      await kernel.db.assertDurable();
      const clockSetBack = (await recentSetBack(kernel.db.read, call.at)) !== null;
      return { ok: true as const, database: kernel.db.dialect, clockSetBack };
    } catch (error) {
      kernel.logger.error('not_ready', { requestId: call.requestId, error: String(error) });
      throw refuse('server.unavailable');
    }
  },
});

const metrics = query({
  operation: metricsRead,
  async run({ call }, kernel) {
    if (!call.local && !bearsToken(call.request, kernel.metricsToken)) throw refuse('not_found');
    return new Response(kernel.metrics.text(), { headers: { 'content-type': 'text/plain; version=0.0.4' } });
  },
});

/** Digests of one length are compared, in constant time. */
function bearsToken(request: Request | undefined, token: string | null | undefined): boolean {
  const given = /^Bearer (.+)$/i.exec(request?.headers.get('authorization') ?? '')?.[1];
  return !!token && given !== undefined && timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(token)));
}

const openapi = query({
  operation: openapiRead,
  version: async () => ({ key: 'openapi', version: '1' }),
  run: async () => openapiDocument(operations),
});

export const systemArea: Area = {
  commands: [],
  queries: [health, ready, metrics, openapi],
  projector: {},
  jobs: {
    /** Signs the log every few minutes; runs for ever. */
    'checkpoint.all': async (_payload, kernel) => {
      await signGrownStreams(kernel, 'interval');
      return { again: kernel.clock.now() + checkpointEvery };
    },
    'idempotency.clean': async (_payload, kernel) => {
      const before = kernel.clock.now() - 7 * 24 * 3_600_000;
      await kernel.db.transact((trx) => trx.deleteFrom('idempotency').where('at', '<', before).execute());
      return { again: kernel.clock.now() + 3_600_000 };
    },
  },
};
