import type { DossierStatus, PlanStatus, SystemStatus } from '../registry/kinds.ts';

/** What is known about the systems, incidents and findings below an organisation. A path is `/top/…/id/`. */
export interface PostureFacts {
  systems: readonly SystemFact[];
  tickets: readonly TicketFact[];
  clocks: readonly ClockFact[];
  times: readonly TimeFact[];
  findings: readonly FindingFact[];
}

/** A system that has not been retired. */
export interface SystemFact {
  id: string;
  name: string;
  level: number | null;
  status: SystemStatus;
  dossier: DossierStatus;
  plan: PlanStatus;
  /** yyyy-MM-dd */
  lastAssessedOn: string | null;
  /** Owner's and operator's. */
  paths: readonly string[];
  /** Stood in the scope of a drill that took place this calendar year. */
  drilled: boolean;
  contacts: number;
  freshContacts: number;
}

/** Real tickets of one organisation, counted. */
export interface TicketFact {
  path: string;
  open: number;
  /** A notice or report is owed past its time, also of a ticket already closed. */
  overdue: number;
  /** Received within the report year, and of those closed. */
  received: number;
  closed: number;
}

/** Notices and reports of real incidents that have come due within the report year, counted by clock. */
export interface ClockFact {
  path: string;
  code: string;
  due: number;
  onTime: number;
}

/** How long one real ticket of the report year took from detection (ms); null = not there yet. */
export interface TimeFact {
  path: string;
  acknowledged: number | null;
  contained: number | null;
  resolved: number | null;
}

/** Recognised findings of published drills, counted. */
export interface FindingFact {
  path: string;
  severity: string;
  status: 'open' | 'fixed' | 'retested';
  count: number;
}
