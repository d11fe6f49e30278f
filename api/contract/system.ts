import { z } from 'zod';
import { operation } from './operation.ts';

export const healthRead = operation({
  name: 'health.read',
  method: 'GET',
  path: '/health',
  roles: ['anyone'],
  summary: 'Whether the process answers at all.',
  output: z.object({ ok: z.literal(true) }),
});

export const readyRead = operation({
  name: 'ready.read',
  method: 'GET',
  path: '/ready',
  roles: ['anyone'],
  summary: 'Whether the process can serve: the database answers and is durable. 503 when not.',
  output: z.object({
    ok: z.literal(true),
    database: z.string(),
    /** The clock was set back within the last two days. */
    clockSetBack: z.boolean(),
  }),
});

export const metricsRead = operation({
  name: 'metrics.read',
  method: 'GET',
  path: '/metrics',
  roles: ['anyone'],
  summary: 'Counters in the Prometheus text format; only from the machine itself or with the metrics token.',
  output: z.string(),
});

export const liveOpen = operation({
  name: 'live.open',
  method: 'GET',
  path: '/live/:stream',
  roles: ['anyone'],
  summary: 'Server-sent events of a stream: which topics to reload. Resumes exactly after Last-Event-ID.',
  params: z.object({ stream: z.string().regex(/^[a-z]+:[A-Za-z0-9_-]{1,64}$/) }),
  query: z.strictObject({ code: z.string().max(20).optional(), after: z.coerce.number().int().min(0).optional() }),
  output: z.string(),
});

export const openapiRead = operation({
  name: 'openapi.read',
  method: 'GET',
  path: '/openapi.json',
  roles: ['anyone'],
  summary: 'This API as an OpenAPI 3.1 document.',
  output: z.record(z.string(), z.unknown()),
});

export const systemOperations = [healthRead, readyRead, metricsRead, liveOpen, openapiRead] as const;
