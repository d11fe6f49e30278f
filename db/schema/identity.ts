/** A person's account. Rows are written only from the `system` stream. */
export interface UserTable {
  id: string;
  login: string;
  login_key: string;
  name: string;
  /** Vietnamese order of people: by given name. */
  sort_key: string;
  /** fold() of name, login and e-mail. */
  search_fold: string;
  organisation_id: string | null;
  email: string | null;
  locale: string;
  created_at: number;
  disabled_at: number | null;
  erased_at: number | null;
}

/** The argon2id verifier of an account: kept apart, because it must never enter the log. */
export interface CredentialTable {
  user_id: string;
  verifier: string;
  must_change: number;
  changed_at: number;
}

/** A role that a person holds for an organisation and all below it (`*` = everywhere). */
export interface RoleGrantTable {
  user_id: string;
  role: string;
  organisation_id: string;
  granted_at: number;
}

/** A person's seat in a drill; `team_id` is empty for who has no team. */
export interface DrillSeatTable {
  drill_id: string;
  user_id: string;
  role: string;
  team_id: string;
  captain: number;
  seated_at: number;
}

/** A signed-in browser. `id_hash` = SHA-256 of the secret that only the cookie holds. */
export interface SessionTable {
  id_hash: string;
  user_id: string;
  created_at: number;
  expires_at: number;
  seen_at: number;
  fresh_at: number;
  address: string;
  agent: string;
}

/** A browser in which an account has signed in before: its owner is not slowed down by what strangers try. */
export interface DeviceTable {
  secret_hash: string;
  user_id: string;
  expires_at: number;
}

/**
 * A link that lets a person join. `role` is an organisation role (kind `role`) or a drill seat (kind `seat`).
 * `accounts_left` bounds how many newcomers it may bring in, `uses_left` how often it may be taken.
 */
export interface InvitationTable {
  id: string;
  code_hash: string;
  kind: string;
  label: string;
  drill_id: string | null;
  team_id: string | null;
  role: string;
  organisation_id: string | null;
  uses: number;
  uses_left: number;
  accounts_left: number;
  expires_at: number;
  created_by: string;
  created_at: number;
  revoked_at: number | null;
}
