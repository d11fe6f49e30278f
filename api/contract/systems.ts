import { z } from 'zod';
import { contactFreshness } from '../domain/registry/freshness.ts';
import { dossierStatuses, linkKinds, planStatuses, systemGroups, systemStatuses } from '../domain/registry/kinds.ts';
import { done, id, line, listOf, optionalLine, paragraph, page } from './fields.ts';
import { operation } from './operation.ts';
import { created, date, named } from './registry-fields.ts';

const level = () => z.int().min(1).max(5);

const systemItem = z.object({
  id: z.string(),
  name: z.string(),
  shortName: z.string().nullable(),
  group: z.enum(systemGroups),
  type: z.string(),
  level: level().nullable(),
  status: z.enum(systemStatuses),
  owner: named,
  operator: named,
  personalData: z.boolean(),
  dossierStatus: z.enum(dossierStatuses),
  contacts: z.enum(contactFreshness),
});

export const systemList = operation({
  name: 'system.list',
  method: 'GET',
  path: '/systems',
  roles: ['user'],
  summary: 'Information systems; a guest (no role, or on the staff of a vendor) sees those of the own house.',
  query: z.strictObject({
    ...page,
    search: z.string().max(200).default(''),
    /** Owner or operator is this organisation or lies below it. */
    organisation: id().optional(),
    /** 0 = not yet determined. */
    level: z.coerce.number().int().min(0).max(5).optional(),
    status: z.enum(systemStatuses).optional(),
    group: z.enum(systemGroups).optional(),
    type: z.string().max(100).optional(),
    sort: z.enum(['name', 'level']).default('name'),
  }),
  output: listOf(systemItem),
});

const system = z.object({ system: id() });

const linkKind = () => z.enum(linkKinds);

const link = z.object({ system: named, kind: linkKind(), note: z.string().nullable() });

export const systemRead = operation({
  name: 'system.read',
  method: 'GET',
  path: '/systems/:system',
  roles: ['user'],
  summary: 'One system: file, links, contacts, and every system that falls with it.',
  params: system,
  output: systemItem.extend({
    levelBasis: z.string().nullable(),
    /** null = not for the reader's role. */
    domains: z.array(z.string()).nullable(),
    addresses: z.array(z.string()).nullable(),
    description: z.string(),
    users: z.int().nullable(),
    usersNote: z.string().nullable(),
    dossier: z.object({
      status: z.enum(dossierStatuses),
      decisionNumber: z.string().nullable(),
      decisionDate: z.string().nullable(),
      decisionAuthority: z.string().nullable(),
      approvalDue: z.string().nullable(),
    }),
    plan: z.object({ status: z.enum(planStatuses), due: z.string().nullable() }),
    lastAssessedOn: z.string().nullable(),
    predecessors: z.array(named),
    successor: named.nullable(),
    retiredOn: z.string().nullable(),
    note: z.string().nullable(),
    links: z.array(link),
    /** Systems that lean on this one, nearest first; `distance` 1 = directly. */
    dependents: z.array(z.object({ system: named, distance: z.int() })),
    contactList: z.array(
      z.object({
        id: z.string(),
        accountId: z.string().nullable(),
        name: z.string(),
        duty: z.string(),
        phone: z.string().nullable(),
        email: z.string().nullable(),
        confirmedOn: z.string().nullable(),
        freshness: z.enum(contactFreshness),
      }),
    ),
    updatedAt: z.int(),
    mayEdit: z.boolean(),
  }),
});

/** A host name as it is typed into a browser, without path. */
const host = () =>
  line(253).refine((text) => /^(?!-)[\p{L}\p{N}.-]+$/u.test(text), { params: { code: 'invalid_format' } });

const address = () =>
  line(64).refine((text) => /^[0-9A-Fa-f:.]+(\/\d{1,3})?$/.test(text), { params: { code: 'invalid_format' } });

const systemFields = {
  name: line(300),
  shortName: optionalLine(100).default(''),
  group: z.enum(systemGroups).default('internal'),
  type: line(100),
  level: level().nullable().default(null),
  levelBasis: optionalLine(500).default(''),
  ownerId: id(),
  operatorId: id(),
  status: z.enum(['planned', 'trial', 'operating']).default('operating'),
  domains: z.array(host()).max(100).default([]),
  addresses: z.array(address()).max(100).default([]),
  description: paragraph(5_000).default(''),
  users: z.int().min(0).max(1_000_000_000).nullable().default(null),
  usersNote: optionalLine(200).default(''),
  personalData: z.boolean().default(false),
  dossier: z
    .strictObject({
      status: z.enum(dossierStatuses).default('none'),
      decisionNumber: optionalLine(100).default(''),
      decisionDate: date().nullable().default(null),
      decisionAuthority: optionalLine(300).default(''),
      approvalDue: date().nullable().default(null),
    })
    .prefault({}),
  plan: z
    .strictObject({ status: z.enum(planStatuses).default('none'), due: date().nullable().default(null) })
    .prefault({}),
  lastAssessedOn: date().nullable().default(null),
  predecessors: z.array(id()).max(50).default([]),
  note: paragraph(2_000).default(''),
};

export const systemCreate = operation({
  name: 'system.create',
  method: 'POST',
  path: '/systems',
  roles: ['admin', 'officer'],
  summary: 'Enters an information system of an organisation that I look after.',
  body: z.strictObject(systemFields),
  output: created,
});

export const systemUpdate = operation({
  name: 'system.update',
  method: 'PUT',
  path: '/systems/:system',
  roles: ['admin', 'officer'],
  summary: 'Replaces the facts of a system; refused when it was changed after `updatedAt`.',
  params: system,
  body: z.strictObject({ ...systemFields, updatedAt: z.int() }),
  output: done,
});

export const systemRetire = operation({
  name: 'system.retire',
  method: 'POST',
  path: '/systems/:system/retire',
  roles: ['admin', 'officer'],
  summary: 'Takes a system out of service, with its successor if there is one.',
  params: system,
  body: z.strictObject({
    on: date(),
    successorId: id().nullable().default(null),
    reason: optionalLine(500).default(''),
  }),
  output: done,
});

export const systemLink = operation({
  name: 'system.link',
  method: 'POST',
  path: '/systems/:system/links',
  roles: ['admin', 'officer'],
  summary: 'Says that the system leans on another.',
  params: system,
  body: z.strictObject({ toId: id(), kind: linkKind(), note: optionalLine(300).default('') }),
  output: done,
});

export const systemUnlink = operation({
  name: 'system.unlink',
  method: 'DELETE',
  path: '/systems/:system/links',
  roles: ['admin', 'officer'],
  summary: 'Takes that back.',
  params: system,
  body: z.strictObject({ toId: id(), kind: linkKind() }),
  output: done,
});

export const systemsOperations = [
  systemList,
  systemRead,
  systemCreate,
  systemUpdate,
  systemRetire,
  systemLink,
  systemUnlink,
] as const;
