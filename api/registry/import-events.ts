import type { NewEvent } from '../domain/event.ts';
import type { SystemStatus } from '../domain/registry/kinds.ts';
import type {
  ImportedAccount,
  ImportedCluster,
  ImportedIds,
  ImportedOrganisation,
  ImportedResponseTeam,
  ImportedSystem,
} from './import-shape.ts';

/** The id behind a key. Throws on a key that nothing bears. */
function resolve(ids: Map<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`import: unknown key ${key}`);
  return id;
}

const resolveOrNull = (ids: Map<string, string>, key: string | null) => (key === null ? null : resolve(ids, key));

/** Parents first; what has ended ends at once, so that its name is free for who follows. */
export function organisationEvents(organisations: readonly ImportedOrganisation[], ids: ImportedIds): NewEvent[] {
  const of = (key: string) => resolve(ids.organisations, key);
  return parentsFirst(organisations).flatMap((organisation): NewEvent[] => {
    const { key, name, shortName, kind, parent, code, domain, validFrom, validTo, note, successor } = organisation;
    const organisationId = of(key);
    const followed = organisations.filter((other) => other.successor === key).map((other) => other.key);
    const predecessors = [...new Set([...organisation.predecessors, ...followed])].map(of);
    const parentId = parent === null ? null : of(parent);
    const created: NewEvent = {
      type: 'organisation.created',
      subject: organisationId,
      payload: { organisationId, name, shortName, kind, parentId, code, domain, validFrom, predecessors, note },
    };
    if (validTo === null) return [created];
    const successorId = successor === null ? null : of(successor);
    return [
      created,
      { type: 'organisation.closed', subject: organisationId, payload: { organisationId, validTo, successorId } },
    ];
  });
}

/** Each after its parent; those that have ended before the living of the same depth. */
function parentsFirst(organisations: readonly ImportedOrganisation[]): ImportedOrganisation[] {
  const byKey = new Map(organisations.map((organisation) => [organisation.key, organisation]));
  const depth = (organisation: ImportedOrganisation | undefined, steps = 0): number => {
    if (steps > organisations.length) throw new Error(`import: ${organisation?.key ?? ''} lies below itself`);
    return !organisation || organisation.parent === null ? steps : depth(byKey.get(organisation.parent), steps + 1);
  };
  const rank = (organisation: ImportedOrganisation) =>
    depth(organisation) * 2 + (organisation.validTo === null ? 1 : 0);
  return organisations
    .map((organisation) => ({ organisation, rank: rank(organisation) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ organisation }) => organisation);
}

export function clusterEvents(clusters: readonly ImportedCluster[], ids: ImportedIds): NewEvent[] {
  return clusters.map(({ key, name, number, members, validTo, note }): NewEvent => {
    const clusterId = resolve(ids.clusters, key);
    const memberIds = members.flatMap((member) => ids.organisations.get(member) ?? []);
    const otherMembers = members.filter((member) => !ids.organisations.has(member));
    return {
      type: 'cluster.created',
      subject: clusterId,
      payload: { clusterId, name, number, memberIds, otherMembers, validTo, note },
    };
  });
}

export function responseTeamEvents(teams: readonly ImportedResponseTeam[], ids: ImportedIds): NewEvent[] {
  return teams.map(({ key, name, org, cluster, network, validFrom, validTo, note }): NewEvent => {
    const teamId = resolve(ids.responseTeams, key);
    const organisationId = resolve(ids.organisations, org);
    const clusterId = resolveOrNull(ids.clusters, cluster);
    return {
      type: 'response_team.created',
      subject: teamId,
      payload: { teamId, name, organisationId, clusterId, network, validFrom, validTo, note },
    };
  });
}

export function accountEvents(accounts: readonly ImportedAccount[], ids: ImportedIds): NewEvent[] {
  return accounts.flatMap(({ login, name, org, email, locale = 'vi', roles }): NewEvent[] => {
    const accountId = resolve(ids.accounts, login);
    const organisationId = resolveOrNull(ids.organisations, org);
    return [
      {
        type: 'account.created',
        subject: accountId,
        payload: { accountId, login, name, organisationId, email, locale },
      },
      ...roles.map((held): NewEvent => ({
        type: 'role.granted',
        subject: accountId,
        payload: {
          accountId,
          role: held.role,
          organisationId: held.org === '*' ? '*' : resolve(ids.organisations, held.org),
        },
      })),
    ];
  });
}

/** Systems first, then what joins them. */
export function systemEvents(
  systems: readonly ImportedSystem[],
  accounts: readonly ImportedAccount[],
  ids: ImportedIds,
  newId: () => string,
): NewEvent[] {
  const people = new Map(accounts.map((account) => [account.login, account]));
  return [
    ...systems.map((system) => registered(system, ids)),
    ...systems.flatMap((system) => [
      ...linked(system, ids),
      ...contacts(system, people, ids, newId),
      ...retired(system, ids),
    ]),
  ];
}

function registered(system: ImportedSystem, ids: ImportedIds): NewEvent {
  const systemId = resolve(ids.systems, system.key);
  const {
    name,
    shortName,
    group,
    type,
    level,
    levelBasis,
    users,
    usersNote,
    personalData = false,
    dossier,
    note,
  } = system;
  const ended = system.status === 'retired' || system.status === 'merged';
  const status: SystemStatus = ended ? 'operating' : (system.status as SystemStatus);
  return {
    type: 'information_system.registered',
    subject: systemId,
    payload: {
      systemId,
      name,
      shortName,
      group,
      type,
      level,
      levelBasis,
      ownerId: resolve(ids.organisations, system.owner),
      operatorId: resolve(ids.organisations, system.operator),
      status,
      domains: [...system.domains],
      addresses: [...system.addresses],
      description: '',
      users,
      usersNote,
      personalData,
      dossier: {
        status: dossier?.status ?? 'none',
        decisionNumber: dossier?.decision?.number ?? null,
        decisionDate: dossier?.decision?.date ?? null,
        decisionAuthority: dossier?.decision?.authority ?? null,
        approvalDue: dossier?.approvalDue ?? null,
      },
      plan: { status: dossier?.plan ?? 'none', due: dossier?.planDue ?? null },
      lastAssessedOn: null,
      predecessors: system.predecessors.map((key) => resolve(ids.systems, key)),
      note,
    },
  };
}

function linked({ key, hostedOn, links }: ImportedSystem, ids: ImportedIds): NewEvent[] {
  const systemId = resolve(ids.systems, key);
  const host = hostedOn === null ? [] : [{ to: hostedOn, kind: 'hosted_on' as const, note: null }];
  const stated = links.filter(({ to, kind }) => kind !== 'hosted_on' || to !== hostedOn);
  return [...host, ...stated].map(({ to, kind, note }): NewEvent => ({
    type: 'information_system.linked',
    subject: systemId,
    payload: { systemId, toId: resolve(ids.systems, to), kind, note },
  }));
}

function contacts(
  { key, contacts: listed }: ImportedSystem,
  people: Map<string, ImportedAccount>,
  ids: ImportedIds,
  newId: () => string,
): NewEvent[] {
  const systemId = resolve(ids.systems, key);
  return listed.map(({ person, confirmedOn }): NewEvent => {
    const account = people.get(person);
    if (!account) throw new Error(`import: unknown person ${person}`);
    return {
      type: 'information_system.contact_set',
      subject: systemId,
      payload: {
        systemId,
        contactId: newId(),
        accountId: resolve(ids.accounts, person),
        name: account.name,
        duty: '',
        phone: account.phone ?? '',
        email: account.email ?? '',
        confirmedOn,
      },
    };
  });
}

function retired({ key, status, validTo, successor, note }: ImportedSystem, ids: ImportedIds): NewEvent[] {
  if (status !== 'retired' && status !== 'merged') return [];
  const systemId = resolve(ids.systems, key);
  const successorId = resolveOrNull(ids.systems, successor);
  return [
    {
      type: 'information_system.retired',
      subject: systemId,
      payload: { systemId, on: validTo, successorId, reason: note ?? '' },
    },
  ];
}
