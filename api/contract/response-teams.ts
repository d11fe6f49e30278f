import { z } from 'zod';
import { done, id, line, listOf, paragraph, page, revision } from './fields.ts';
import { operation } from './operation.ts';
import { created, date, named } from './registry-fields.ts';

const teamFields = z.strictObject({
  name: line(300),
  organisationId: id(),
  clusterId: id().nullable().default(null),
  network: z.boolean().default(false),
  validFrom: date().nullable().default(null),
  validTo: date().nullable().default(null),
  note: paragraph(2_000).default(''),
});

export const responseTeamList = operation({
  name: 'response_team.list',
  method: 'GET',
  path: '/response-teams',
  roles: ['user'],
  summary: 'Response teams with their organisation and cluster.',
  query: z.strictObject({ ...page, search: z.string().max(200).default(''), cluster: id().optional() }),
  output: listOf(
    z.object({
      id: z.string(),
      name: z.string(),
      organisation: named,
      cluster: named.nullable(),
      network: z.boolean(),
      validFrom: z.string().nullable(),
      validTo: z.string().nullable(),
      note: z.string().nullable(),
      revision: revision(),
    }),
  ),
});

export const responseTeamCreate = operation({
  name: 'response_team.create',
  method: 'POST',
  path: '/response-teams',
  roles: ['admin', 'officer'],
  summary: 'Enters a response team of an organisation that I look after.',
  body: teamFields,
  output: created,
});

export const responseTeamUpdate = operation({
  name: 'response_team.update',
  method: 'PUT',
  path: '/response-teams/:team',
  roles: ['admin', 'officer'],
  summary: 'Replaces the facts of a response team.',
  params: z.object({ team: id() }),
  body: teamFields.extend({ revision: revision() }),
  output: done,
});

export const responseTeamsOperations = [responseTeamList, responseTeamCreate, responseTeamUpdate] as const;
