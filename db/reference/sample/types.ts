/** Dates are yyyy-MM-dd; keys are stable and unique within their list. */
export interface SampleOrganisation {
  key: string;
  name: string;
  shortName: string | null;
  kind:
    | 'province'
    | 'department'
    | 'unit'
    | 'commune'
    | 'police'
    | 'party'
    | 'mass_organisation'
    | 'vendor'
    | 'university'
    | 'national';
  parent: string | null;
  /** Official administrative code, where there is one. */
  code: string | null;
  domain: string | null;
  validFrom: string | null;
  validTo: string | null;
  predecessors: string[];
  successor: string | null;
  /** Outside the province: kept only because systems, reports or history point to it. */
  external: boolean;
  note: string | null;
}

export interface SampleCluster {
  key: string;
  name: string;
  number: number;
  members: string[];
  validTo: string | null;
  note: string | null;
}

export interface SampleResponseTeam {
  key: string;
  name: string;
  org: string;
  cluster: string | null;
  /** Member of the national response network. */
  network: boolean;
  validFrom: string | null;
  validTo: string | null;
  predecessors: string[];
  note: string | null;
}

export interface SampleLink {
  to: string;
  kind: 'hosted_on' | 'data_exchange' | 'component' | 'identity';
  note: string | null;
}

interface Document {
  number: string;
  date: string;
  authority: string;
}

/** Columns 6–12 of the annual form (NĐ 331/2026 Mẫu số 08). */
export interface SampleDossier {
  status: 'drafting' | 'submitted' | 'assessed' | 'approved';
  decision: Document | null;
  regulation: Document | null;
  approvalDue: string | null;
  plan: 'none' | 'partial' | 'full';
  planDue: string | null;
  inspections: ('before_use' | 'periodic')[];
}

export interface SampleSystem {
  key: string;
  name: string;
  shortName: string;
  group: 'internal' | 'public_service' | 'infrastructure' | 'industrial' | 'other';
  type: string;
  level: 1 | 2 | 3 | 4 | 5;
  levelBasis: string;
  /** Chủ quản. */
  owner: string;
  /** Đơn vị vận hành. */
  operator: string;
  status: 'operating' | 'trial' | 'merged';
  domains: string[];
  addresses: string[];
  hostedOn: string | null;
  links: SampleLink[];
  predecessors: string[];
  successor: string | null;
  users: number | null;
  /** What `users` counts. */
  usersNote: string | null;
  /** `confirmedOn` = null: never confirmed. */
  contacts: { person: string; confirmedOn: string | null }[];
  dossier: SampleDossier | null;
  validFrom: string | null;
  validTo: string | null;
  note: string | null;
}

/** Invented people. `roles` are organisation roles, `seats` the drill seats they usually take. */
export interface SamplePerson {
  key: string;
  name: string;
  org: string;
  title: string;
  roles: ('admin' | 'organiser' | 'officer' | 'staff' | 'head' | 'leader')[];
  seats: ('control' | 'judge' | 'red' | 'blue' | 'observer')[];
  email: string;
  extension: string;
  invented: true;
}

export interface SampleTeam {
  key: string;
  name: string;
  side: 'red' | 'blue';
  orgs: string[];
  sourceAddresses: string[];
}

export type SampleSeverity = 'critical' | 'high' | 'medium' | 'low';

export interface SampleFinding {
  key: string;
  system: string;
  title: string;
  function: string;
  endpoint: string;
  technique: string;
  severity: SampleSeverity;
  impacts: ('resources' | 'data' | 'users')[];
  description: string;
  fixNow: string;
  fixLong: string;
}

export interface SampleTicket {
  key: string;
  system: string;
  title: string;
  incidentType: string;
  technique: string;
  detectedBy: string;
  action: string;
  proofOfAction: string;
  proofOfEffect: string;
  /** The finding it answers; null = noise, or a real attacker. */
  finding: string | null;
}

export interface SampleJudgeReasons {
  grades: Record<SampleSeverity, string[]>;
  verified: string[];
  needs_info: string[];
  rejected: string[];
  duplicate: string[];
}

/** `categories` holds every reading of an ambiguous source. */
export interface SampleHistory {
  drills: {
    key: string;
    name: string;
    theme: string | null;
    year: number;
    kind: 'live';
    cluster: string | null;
    host: string;
    place: string;
    coordinators: { org: string; role: 'coordinator' }[];
    awards: {
      tier: 'first' | 'second' | 'third' | 'encouragement';
      label: string;
      org: string;
      side: 'red' | 'blue' | null;
      categories: ('overall' | 'red' | 'blue')[];
    }[];
    source: string;
  }[];
  trainings: { kind: 'seminar' | 'course'; name: string; year: number; host: string }[];
  indexes: {
    name: string;
    pillar: string | null;
    year: number;
    rank: number;
    of: number;
    delta: number;
    province: string;
  }[];
}
