import { z } from 'zod';
import {
  dossierStatuses,
  linkKinds,
  organisationKinds,
  planStatuses,
  systemGroups,
  systemStatuses,
} from '../domain/registry/kinds.ts';
import { contactFreshness } from '../domain/registry/freshness.ts';
import { done, id, line, listOf, optionalLine, page, paragraph } from './fields.ts';
import { operation } from './operation.ts';

/** A calendar date in Vietnam, yyyy-MM-dd. */
const date = () => z.iso.date();
const named = z.object({ id: z.string(), name: z.string() });
const kind = () => z.enum(organisationKinds);
const created = z.object({ id: z.string() });

// Organisations

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
  query: z.object({
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
    formerNames: z.array(z.object({ name: z.string(), shortName: z.string().nullable(), validTo: z.string() })),
    predecessors: z.array(named),
    successor: named.nullable(),
    systems: z.int(),
    accounts: z.int(),
    mayEdit: z.boolean(),
  }),
});

const organisationFields = {
  name: line(300),
  shortName: optionalLine(100).default(''),
  kind: kind(),
  parentId: id().nullable(),
  code: optionalLine(50).default(''),
  domain: optionalLine(200).default(''),
  validFrom: date().nullable().default(null),
  note: paragraph(2_000).default(''),
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
  body: z.strictObject({
    kind: kind(),
    code: optionalLine(50).default(''),
    domain: optionalLine(200).default(''),
    note: paragraph(2_000).default(''),
  }),
  output: done,
});

export const organisationRename = operation({
  name: 'organisation.rename',
  method: 'POST',
  path: '/organisations/:organisation/name',
  roles: ['admin', 'officer'],
  summary: 'Gives a new name from a day on; the old one stays readable for the days before.',
  params: organisation,
  body: z.strictObject({ name: line(300), shortName: optionalLine(100).default(''), validFrom: date() }),
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
  summary: 'Ends organisations and lets another, existing or new, take over their systems.',
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

// Information systems

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
  query: z.object({
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
  body: z.strictObject({ ...systemFields, updatedAt: z.int().optional() }),
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

const contactFields = z.strictObject({
  accountId: id().nullable().default(null),
  name: line(200),
  duty: optionalLine(200).default(''),
  phone: optionalLine(50).default(''),
  email: z.union([z.literal(''), z.email().max(200)]).default(''),
});

export const contactAdd = operation({
  name: 'contact.add',
  method: 'POST',
  path: '/systems/:system/contacts',
  roles: ['admin', 'officer'],
  summary: 'Adds whom to call about a system; counts as confirmed today.',
  params: system,
  body: contactFields,
  output: created,
});

const contact = z.object({ system: id(), contact: id() });

export const contactSet = operation({
  name: 'contact.set',
  method: 'PUT',
  path: '/systems/:system/contacts/:contact',
  roles: ['admin', 'officer'],
  summary: 'Corrects a contact; counts as confirmed today.',
  params: contact,
  body: contactFields,
  output: done,
});

export const contactConfirm = operation({
  name: 'contact.confirm',
  method: 'POST',
  path: '/systems/:system/contacts/:contact/confirm',
  roles: ['user'],
  summary: 'Says that a contact is still right: by the officer, the head, or the person named.',
  params: contact,
  output: done,
});

export const contactRemove = operation({
  name: 'contact.remove',
  method: 'DELETE',
  path: '/systems/:system/contacts/:contact',
  roles: ['admin', 'officer'],
  summary: 'Removes a contact.',
  params: contact,
  output: done,
});

// Response teams and clusters

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
  query: z.object({ ...page, search: z.string().max(200).default(''), cluster: id().optional() }),
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
  body: teamFields,
  output: done,
});

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
  body: clusterFields,
  output: done,
});

export const registryOperations = [
  organisationList,
  organisationRead,
  organisationCreate,
  organisationUpdate,
  organisationRename,
  organisationClose,
  organisationMerge,
  systemList,
  systemRead,
  systemCreate,
  systemUpdate,
  systemRetire,
  systemLink,
  systemUnlink,
  contactAdd,
  contactSet,
  contactConfirm,
  contactRemove,
  responseTeamList,
  responseTeamCreate,
  responseTeamUpdate,
  clusterList,
  clusterCreate,
  clusterUpdate,
] as const;
