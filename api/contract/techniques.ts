import { z } from 'zod';
import { operation } from './operation.ts';

export const techniqueSearch = operation({
  name: 'technique.search',
  method: 'GET',
  path: '/techniques',
  roles: ['user'],
  summary: 'ATT&CK techniques by id, English or Vietnamese name; marks and case do not matter.',
  query: z.strictObject({
    search: z.string().max(100).default(''),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  output: z.object({
    items: z.array(z.object({ id: z.string(), name: z.string(), nameVi: z.string(), tactics: z.array(z.string()) })),
    version: z.string(),
    notice: z.string(),
  }),
});

export const techniquesOperations = [techniqueSearch] as const;
