import type { OrganisationRole } from '../domain/actor.ts';
import type { DossierStatus, LinkKind, OrganisationKind, PlanStatus } from '../domain/registry/kinds.ts';

// Everything points at everything else by `key`; dates are yyyy-MM-dd.

export interface ImportedOrganisation {
  key: string;
  name: string;
  shortName: string | null;
  kind: OrganisationKind;
  parent: string | null;
  code: string | null;
  domain: string | null;
  validFrom: string | null;
  validTo: string | null;
  predecessors: readonly string[];
  successor: string | null;
  note: string | null;
}

export interface ImportedCluster {
  key: string;
  name: string;
  number: number | null;
  /** Keys of organisations; whatever is not a key is taken for the name of a member outside the registry. */
  members: readonly string[];
  validTo: string | null;
  note: string | null;
}

export interface ImportedResponseTeam {
  key: string;
  name: string;
  org: string;
  cluster: string | null;
  network: boolean;
  validFrom: string | null;
  validTo: string | null;
  note: string | null;
}

export interface ImportedAccount {
  login: string;
  name: string;
  /** Key of the organisation. */
  org: string | null;
  email: string | null;
  locale?: 'vi' | 'en';
  phone?: string;
  /** `org` = `*`: everywhere. */
  roles: readonly { role: OrganisationRole; org: string }[];
  /** Made by `hashPassword`; without one nobody can sign in until a password is set. */
  verifier?: string | null;
  mustChange?: boolean;
}

export interface ImportedSystem {
  key: string;
  name: string;
  shortName: string | null;
  group: string;
  type: string;
  level: number | null;
  levelBasis: string | null;
  owner: string;
  operator: string;
  status: 'planned' | 'trial' | 'operating' | 'retired' | 'merged';
  domains: readonly string[];
  addresses: readonly string[];
  hostedOn: string | null;
  links: readonly { to: string; kind: LinkKind; note: string | null }[];
  predecessors: readonly string[];
  successor: string | null;
  users: number | null;
  usersNote: string | null;
  personalData?: boolean;
  /** `person` = login of an account. */
  contacts: readonly { person: string; confirmedOn: string | null }[];
  dossier: {
    status: DossierStatus;
    decision: { number: string; date: string; authority: string } | null;
    approvalDue: string | null;
    plan: PlanStatus;
    planDue: string | null;
  } | null;
  validTo: string | null;
  note: string | null;
}

export interface RegistryImport {
  organisations?: readonly ImportedOrganisation[];
  clusters?: readonly ImportedCluster[];
  responseTeams?: readonly ImportedResponseTeam[];
  accounts?: readonly ImportedAccount[];
  systems?: readonly ImportedSystem[];
}

/** Ids that were given, by key (accounts: by login). */
export interface ImportedIds {
  organisations: Map<string, string>;
  clusters: Map<string, string>;
  responseTeams: Map<string, string>;
  accounts: Map<string, string>;
  systems: Map<string, string>;
}
