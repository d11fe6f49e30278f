/** A ticket as lists show it. `state` holds the whole fold as JSON; the columns are copies of it. */
export interface IncidentTable {
  id: string;
  /** `real NUMBER` or `DRILL NUMBER`: unique. */
  number_key: string;
  number: string;
  mode: string;
  drill_id: string | null;
  team_id: string | null;
  organisation_id: string;
  system_id: string | null;
  target_id: string | null;
  title: string;
  title_fold: string;
  severity: string;
  type: string | null;
  status: string;
  /** 1 while somebody still has to act. */
  open: number;
  reporter: string;
  assignee: string | null;
  detected_at: number;
  reported_at: number;
  acknowledged_at: number | null;
  contained_at: number | null;
  resolved_at: number | null;
  closed_at: number | null;
  /** The earliest notice or report that is owed; null = none. */
  next_due_at: number | null;
  serious: number | null;
  open_tasks: number;
  incomplete_actions: number;
  state: string;
}

/** Folded words of title, number and description. */
export interface IncidentTokenTable {
  token: string;
  ticket_id: string;
}

/** Every legal clock that runs or ran for a ticket. */
export interface IncidentClockTable {
  ticket_id: string;
  code: string;
  started_at: number;
  due_at: number;
  reported_at: number | null;
  /** 1 = "ngay": due when it starts, with no number of hours to be late by. */
  at_once: number;
  /** 1 = waived with a reason, or the ticket was cancelled or merged. */
  void: number;
}

/** A task of an open ticket that is not settled yet. */
export interface IncidentTaskTable {
  id: string;
  ticket_id: string;
  title: string;
  assignee: string | null;
  due_at: number | null;
}

/**
 * A finding of a drill on its way to being fixed: `pending` while not recognised, `recognised` until the drill is published,
 * then `open`, `fixed`, `retested`. Nobody is shown the first two.
 */
export interface RemediationTable {
  claim_id: string;
  drill_id: string;
  number: string;
  system_id: string | null;
  target_id: string;
  target_name: string;
  organisation_id: string;
  severity: string;
  title: string;
  fix_now: string;
  fix_long: string;
  status: string;
  due_at: number | null;
  opened_at: number | null;
  fixed_at: number | null;
  fixed_by: string | null;
  retested_at: number | null;
  note: string;
}
