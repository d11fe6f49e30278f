import { z } from 'zod';
import type { OperationShape } from './contract/operation.ts';
import { problem } from './contract/problem.ts';

/** The OpenAPI 3.1 document of the given operations. */
export function openapiDocument(operations: readonly OperationShape[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[operation.method.toLowerCase()] = describe(operation);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Thao Trường', version: '0.1.0', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/api' }],
    paths,
    components: { schemas: { Problem: schema(problem, 'output') } },
  };
}

function describe(operation: OperationShape): Record<string, unknown> {
  const { name, summary, roles, phases, stepUp, params, query, body, output } = operation;
  return {
    operationId: name,
    summary,
    'x-roles': roles,
    ...(phases ? { 'x-phases': phases } : {}),
    ...(stepUp ? { 'x-step-up': true } : {}),
    parameters: [
      ...parameters(params, 'path'),
      ...parameters(query, 'query'),
      ...(operation.method === 'GET' ? [] : [idempotencyKey]),
    ],
    ...(body
      ? { requestBody: { required: true, content: { 'application/json': { schema: schema(body, 'input') } } } }
      : {}),
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: schema(output, 'output') } } },
      default: {
        description: 'Refused',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

const idempotencyKey = {
  name: 'idempotency-key',
  in: 'header',
  required: true,
  schema: { type: 'string', minLength: 8, maxLength: 100 },
};

function parameters(type: z.ZodType | undefined, where: 'path' | 'query'): unknown[] {
  if (!type) return [];
  const { properties = {}, required = [] } = schema(type, 'input') as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, value]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: value,
  }));
}

function schema(type: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(type, { io, unrepresentable: 'any' });
  return rest;
}
