/** A drill as lists show it; the full state is the fold of its stream. */
export interface DrillTable {
  id: string;
  status: string;
  name: string;
  name_fold: string;
  sort_key: string;
  theme: string;
  host_organisation_id: string;
  scenario_id: string | null;
  starts_at: number;
  /** The plan, moved by what the drill was extended. */
  ends_at: number;
  created_at: number;
  board_code_hash: string | null;
}

/** A system in the scope of a drill. */
export interface DrillTargetTable {
  drill_id: string;
  target_id: string;
  system_id: string | null;
  name: string;
  owner_organisation_id: string | null;
}

/** The code of the board in the hall, in clear for the projector: kept apart, because it must never enter the log. */
export interface BoardCodeTable {
  drill_id: string;
  code: string;
  set_at: number;
}
