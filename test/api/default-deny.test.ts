import { expect, it } from 'vitest';
import matrix from '#api/authorization.json' with { type: 'json' };
import { assertComplete } from '#api/app.ts';
import { uploadPath } from '#api/contract/evidence.ts';
import { operations } from '#api/contract/index.ts';
import { operation } from '#api/contract/operation.ts';
import type { OperationShape } from '#api/contract/operation.ts';
import { givenApp, sqlite } from '#test/given.ts';
import { z } from 'zod';

/** Answered below the upload path by a protocol of its own, which asks operations who may. */
const uploads = [`ALL ${uploadPath}`, `ALL ${uploadPath}/*`];

it('what the application answers is what the table of rights names, and the other way round (R1)', async () => {
  const { app } = await givenApp(sqlite);
  const mounted = app.routes
    // Hono lists middleware beside routes: ours is the one that every request passes.
    .filter(({ path }) => path !== '/api/*')
    .map(({ method, path }) => `${method} ${path.replace(/^\/api/, '')}`);
  const declared = Object.values(matrix as Record<string, { route: string }>).map(({ route }) => route);
  expect(mounted.filter((route) => !declared.includes(route) && !uploads.includes(route))).toEqual([]);
  expect(declared.filter((route) => !mounted.includes(route))).toEqual([]);
  expect(uploads.filter((route) => !mounted.includes(route))).toEqual([]);
  expect(mounted).toHaveLength(new Set(mounted).size);
  // One middleware and no more: a second handler for everything would be a way in beside the table.
  expect(app.routes.filter(({ path }) => path === '/api/*')).toHaveLength(1);
});

const one = (name: string, path: `/${string}`): OperationShape =>
  operation({ name, method: 'GET', path, roles: ['anyone'], summary: 'x', output: z.object({}) });
const [a, b] = [one('a.read', '/a/:id'), one('b.read', '/b')];

it('the server does not start with an operation nobody handles, a handler nobody declared, or two of one', () => {
  expect(() => assertComplete(operations, operations)).not.toThrow();
  expect(() => assertComplete([a, b], [b, a])).not.toThrow();
  expect(() => assertComplete([a, b], [a])).toThrow('"missing":["b.read"]');
  expect(() => assertComplete([a], [a, b])).toThrow('"undeclared":["b.read"]');
  expect(() => assertComplete([a], [a, a])).toThrow('"twice":["a.read"]');
  expect(() => assertComplete([a, one('c.read', '/a/:name')], [a])).toThrow('"clashes":["GET /a/:"]');
  // The very shape is compared, not its name: a copy with other roles is not what was declared.
  expect(() => assertComplete([a], [{ ...a, roles: ['admin'] }])).toThrow('"undeclared"');
});
