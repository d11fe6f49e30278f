import { z } from 'zod';
import { done, id, line, paragraph, revision } from './fields.ts';
import { operation } from './operation.ts';
import { created, date, named } from './registry-fields.ts';

const clusterFields = z.strictObject({
  name: line(300),
  number: z.int().min(1).max(100).nullable().default(null),
  memberIds: z.array(id()).max(200).default([]),
  /** Members that the registry does not hold, by name. */
  otherMembers: z.array(line(200)).max(200).default([]),
  validTo: date().nullable().default(null),
  note: paragraph(2_000).default(''),
});

export const clusterList = operation({
  name: 'cluster.list',
  method: 'GET',
  path: '/clusters',
  roles: ['user'],
  summary: 'Network clusters with their members.',
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        number: z.int().nullable(),
        members: z.array(named),
        otherMembers: z.array(z.string()),
        validTo: z.string().nullable(),
        note: z.string().nullable(),
        revision: revision(),
      }),
    ),
  }),
});

export const clusterCreate = operation({
  name: 'cluster.create',
  method: 'POST',
  path: '/clusters',
  roles: ['admin'],
  summary: 'Enters a network cluster.',
  body: clusterFields,
  output: created,
});

export const clusterUpdate = operation({
  name: 'cluster.update',
  method: 'PUT',
  path: '/clusters/:cluster',
  roles: ['admin'],
  summary: 'Replaces the facts and members of a cluster.',
  params: z.object({ cluster: id() }),
  body: clusterFields.extend({ revision: revision() }),
  output: done,
});

export const clustersOperations = [clusterList, clusterCreate, clusterUpdate] as const;
