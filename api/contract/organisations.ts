import { z } from 'zod';
import { organisationKinds } from '../domain/registry/kinds.ts';
import { done, id, line, listOf, optionalLine, paragraph, page, revision } from './fields.ts';
import { operation } from './operation.ts';
import { created, date, named } from './registry-fields.ts';

const kind = () => z.enum(organisationKinds);

const organisationItem = z.object({
  id: z.string(),
  name: z.string(),
  shortName: z.string().nullable(),
  kind: kind(),
  parentId: z.string().nullable(),
  code: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  successorId: z.string().nullable(),
  children: z.int(),
});

export const organisationList = operation({
  name: 'organisation.list',
  method: 'GET',
  path: '/organisations',
  roles: ['user'],
  summary:
    'Organisations as they were on a day: children of one, all below one, or found by name or code without marks.',
  query: z.strictObject({
    ...page,
    search: z.string().max(200).default(''),
    /** Direct children of this one; `root` = the tops of the tree. */
    parent: id().optional(),
    /** This one and all below it. */
    under: id().optional(),
    kind: kind().optional(),
    /** Default: today. */
    on: date().optional(),
  }),
  output: listOf(organisationItem),
});

const organisation = z.object({ organisation: id() });

export const organisationRead = operation({
  name: 'organisation.read',
  method: 'GET',
  path: '/organisations/:organisation',
  roles: ['user'],
  summary: 'One organisation: what is above it, what it was called, whom it followed and who followed it.',
  params: organisation,
  output: organisationItem.extend({
    domain: z.string().nullable(),
    note: z.string().nullable(),
    /** From the top down. */
    above: z.array(named),
    /** Below whom it stood until (not including) `validTo`; null = at the top. */
    formerParents: z.array(z.object({ parent: named.nullable(), validTo: z.string() })),
    formerNames: z.array(z.object({ name: z.string(), shortName: z.string().nullable(), validTo: z.string() })),
    predecessors: z.array(named),
    successor: named.nullable(),
    systems: z.int(),
    accounts: z.int(),
    revision: revision(),
    mayEdit: z.boolean(),
  }),
});

const names = { name: line(300), shortName: optionalLine(100).default('') };

/** What may be corrected without a trace in the history. */
const facts = {
  kind: kind(),
  code: optionalLine(50).default(''),
  domain: optionalLine(200).default(''),
  note: paragraph(2_000).default(''),
};

const organisationFields = {
  ...names,
  ...facts,
  parentId: id().nullable(),
  validFrom: date().nullable().default(null),
};

export const organisationCreate = operation({
  name: 'organisation.create',
  method: 'POST',
  path: '/organisations',
  roles: ['admin', 'officer'],
  summary: 'Enters an organisation below one that I look after.',
  body: z.strictObject(organisationFields),
  output: created,
});

export const organisationUpdate = operation({
  name: 'organisation.update',
  method: 'PATCH',
  path: '/organisations/:organisation',
  roles: ['admin', 'officer'],
  summary: 'Corrects kind, code, domain and note. A new name is a change of its own.',
  params: organisation,
  body: z.strictObject({ ...facts, revision: revision() }),
  output: done,
});

export const organisationRename = operation({
  name: 'organisation.rename',
  method: 'POST',
  path: '/organisations/:organisation/name',
  roles: ['admin', 'officer'],
  summary: 'Gives a new name from a day on; the old one stays readable for the days before.',
  params: organisation,
  body: z.strictObject({ ...names, validFrom: date() }),
  output: done,
});

export const organisationMove = operation({
  name: 'organisation.move',
  method: 'POST',
  path: '/organisations/:organisation/parent',
  roles: ['admin'],
  stepUp: true,
  summary: 'Puts an organisation, with all below it, below another from a day on; the tree of the days before stays.',
  params: organisation,
  body: z.strictObject({ parentId: id().nullable(), validFrom: date() }),
  output: done,
});

export const organisationClose = operation({
  name: 'organisation.close',
  method: 'POST',
  path: '/organisations/:organisation/close',
  roles: ['admin'],
  stepUp: true,
  summary: 'Ends an organisation without a successor; it must have no children and no running systems.',
  params: organisation,
  body: z.strictObject({ validTo: date() }),
  output: done,
});

export const organisationMerge = operation({
  name: 'organisation.merge',
  method: 'POST',
  path: '/organisations/merge',
  roles: ['admin'],
  stepUp: true,
  summary:
    'Ends organisations and lets another, existing or new, take over their people and roles, systems, response teams and places in clusters.',
  body: z.strictObject({
    sources: z.array(id()).min(1).max(50),
    into: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('existing'), id: id() }),
      z.strictObject({ kind: z.literal('new'), organisation: z.strictObject(organisationFields) }),
    ]),
    /** First day of the new state. */
    on: date(),
  }),
  output: created,
});

export const organisationsOperations = [
  organisationList,
  organisationRead,
  organisationCreate,
  organisationUpdate,
  organisationRename,
  organisationMove,
  organisationClose,
  organisationMerge,
] as const;
