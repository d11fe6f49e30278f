import type { DossierStatus, LinkKind, OrganisationKind, PlanStatus, SystemStatus } from './kinds.ts';

/** What is known of an organisation when it is entered. Dates are yyyy-MM-dd. */
export interface OrganisationFacts {
  name: string;
  shortName: string | null;
  kind: OrganisationKind;
  parentId: string | null;
  /** Official administrative code, where there is one. */
  code: string | null;
  domain: string | null;
  validFrom: string | null;
  predecessors: string[];
  note: string | null;
}

/** What is known of an information system, but for its links and contacts. Dates are yyyy-MM-dd. */
export interface SystemFacts {
  name: string;
  shortName: string | null;
  group: string;
  type: string;
  /** Cấp độ 1–5; null = not yet determined. */
  level: number | null;
  levelBasis: string | null;
  /** Chủ quản. */
  ownerId: string;
  /** Đơn vị vận hành. */
  operatorId: string;
  status: SystemStatus;
  domains: string[];
  /** Public addresses. */
  addresses: string[];
  description: string;
  users: number | null;
  /** What `users` counts. */
  usersNote: string | null;
  personalData: boolean;
  dossier: {
    status: DossierStatus;
    decisionNumber: string | null;
    decisionDate: string | null;
    decisionAuthority: string | null;
    approvalDue: string | null;
  };
  plan: { status: PlanStatus; due: string | null };
  lastAssessedOn: string | null;
  predecessors: string[];
  note: string | null;
}

export interface ContactFacts {
  accountId: string | null;
  name: string;
  duty: string;
  phone: string;
  email: string;
}

export interface ResponseTeamFacts {
  name: string;
  organisationId: string;
  clusterId: string | null;
  /** Member of the national response network. */
  network: boolean;
  validFrom: string | null;
  validTo: string | null;
  note: string | null;
}

export interface ClusterFacts {
  name: string;
  number: number | null;
  memberIds: string[];
  /** Members that this registry does not hold, mostly other provinces, by name. */
  otherMembers: string[];
  validTo: string | null;
  note: string | null;
}

/** Organisations, response teams and information systems; stream `registry`. */
export interface RegistryEvents {
  'organisation.created': { organisationId: string } & OrganisationFacts;
  'organisation.updated': {
    organisationId: string;
    kind: OrganisationKind;
    code: string | null;
    domain: string | null;
    note: string | null;
  };
  'organisation.renamed': { organisationId: string; name: string; shortName: string | null; validFrom: string };
  /** From that day on it stands below another organisation; null = at the top. */
  'organisation.moved': { organisationId: string; parentId: string | null; validFrom: string };
  /**
   * `successorId`: who takes over, when one does; it then counts the closed one among its predecessors.
   * Accounts and roles go to it; what the closed one did keeps its name and is from now on the successor's to look after.
   */
  'organisation.closed': { organisationId: string; validTo: string; successorId: string | null };
  'information_system.registered': { systemId: string } & SystemFacts;
  'information_system.updated': { systemId: string } & SystemFacts;
  /** `on` null: the day is not known. */
  'information_system.retired': { systemId: string; on: string | null; successorId: string | null; reason: string };
  'information_system.linked': { systemId: string; toId: string; kind: LinkKind; note: string | null };
  'information_system.unlinked': { systemId: string; toId: string; kind: LinkKind };
  'information_system.contact_set': { systemId: string; contactId: string; confirmedOn: string | null } & ContactFacts;
  'information_system.contact_confirmed': { systemId: string; contactId: string; on: string };
  'information_system.contact_removed': { systemId: string; contactId: string };
  'response_team.created': { teamId: string } & ResponseTeamFacts;
  'response_team.updated': { teamId: string } & ResponseTeamFacts;
  'cluster.created': { clusterId: string } & ClusterFacts;
  'cluster.updated': { clusterId: string } & ClusterFacts;
}
