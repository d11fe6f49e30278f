/** An organisation for as long as it exists; dates are yyyy-MM-dd, `valid_to` is the first day on which it is no more. */
export interface OrganisationTable {
  id: string;
  parent_id: string | null;
  /** `/top/…/id/`: all below X have a path that begins with X's. Who has ended stands below the successor. */
  path: string;
  kind: string;
  code: string | null;
  name: string;
  short_name: string | null;
  domain: string | null;
  search_fold: string;
  sort_key: string;
  /** Parent and folded name; null once closed. Unique: no two living siblings look alike. */
  sibling_key: string | null;
  valid_from: string | null;
  valid_to: string | null;
  /** Since when it stands below `parent_id`; null = for as long as it exists. */
  parent_since: string | null;
  /** JSON list of ids. */
  predecessors: string;
  successor_id: string | null;
  note: string | null;
}

/** Where an organisation stood until (not including) `valid_to`; `valid_from` null = from its beginning. */
export interface OrganisationParentTable {
  organisation_id: string;
  parent_id: string | null;
  valid_from: string | null;
  valid_to: string;
}

/** A name an organisation had until (not including) `valid_to`. */
export interface OrganisationNameTable {
  organisation_id: string;
  valid_to: string;
  name: string;
  short_name: string | null;
}

/** Cụm mạng lưới ứng cứu sự cố. */
export interface ClusterTable {
  id: string;
  name: string;
  number: number | null;
  /** JSON list of names. */
  other_members: string;
  sort_key: string;
  valid_to: string | null;
  note: string | null;
}

export interface ClusterMemberTable {
  cluster_id: string;
  organisation_id: string;
}

export interface ResponseTeamTable {
  id: string;
  name: string;
  sort_key: string;
  organisation_id: string;
  cluster_id: string | null;
  network: number;
  valid_from: string | null;
  valid_to: string | null;
  note: string | null;
}

export interface InformationSystemTable {
  id: string;
  name: string;
  short_name: string | null;
  search_fold: string;
  sort_key: string;
  /** Named so because `group` is a word of SQL. */
  system_group: string;
  type: string;
  level: number | null;
  /** Order of lists: level 5 is 0, no level is 9. */
  level_order: number;
  level_basis: string | null;
  owner_id: string;
  operator_id: string;
  status: string;
  /** JSON lists of text. */
  domains: string;
  addresses: string;
  description: string;
  users: number | null;
  users_note: string | null;
  personal_data: number;
  dossier_status: string;
  decision_number: string | null;
  decision_date: string | null;
  decision_authority: string | null;
  approval_due: string | null;
  plan_status: string;
  plan_due: string | null;
  last_assessed_on: string | null;
  /** JSON list of ids. */
  predecessors: string;
  successor_id: string | null;
  retired_on: string | null;
  note: string | null;
  updated_at: number;
}

/** `from_id` leans on `to_id`. */
export interface SystemLinkTable {
  from_id: string;
  to_id: string;
  kind: string;
  note: string | null;
}

/** Whom to call about a system; `confirmed_on` = the last day somebody checked that it is so. */
export interface SystemContactTable {
  id: string;
  system_id: string;
  account_id: string | null;
  name: string;
  duty: string;
  phone: string;
  email: string;
  confirmed_on: string | null;
}
