/**
 * One entry of the append-only log. Once it has been redacted `salt` is null and `payload` is what was left of it, which the
 * `event.redacted` of the same stream binds; `digest` stays that of what was written first.
 */
export interface EventTable {
  stream: string;
  seq: number;
  type: string;
  subject: string | null;
  actor: string;
  at: number;
  occurred_at: number;
  salt: string | null;
  payload: string;
  digest: string;
  prev: string;
  hash: string;
}

/** The head of each stream: the row every writer locks first. */
export interface StreamTable {
  stream: string;
  seq: number;
  hash: string;
  at: number;
}

/** A signed statement of how long a stream was and what its last hash was. */
export interface CheckpointTable {
  stream: string;
  seq: number;
  hash: string;
  at: number;
  reason: string;
  key_id: string;
  signature: string;
}

/** Ed25519 key pairs that sign checkpoints; the newest signs, all verify. */
export interface SigningKeyTable {
  id: string;
  public_key: string;
  private_key: string;
  created_at: number;
}

/** The stored answer of every acknowledged command, so that a retry gets the first answer. */
export interface IdempotencyTable {
  actor: string;
  key: string;
  operation: string;
  digest: string;
  status: number;
  body: string;
  at: number;
}

/** Work to do once, claimed by lease. `unique_key` keeps a job from being queued twice. */
export interface JobTable {
  id: string;
  kind: string;
  payload: string;
  unique_key: string | null;
  run_at: number;
  lease_until: number;
  lease_by: string | null;
  attempts: number;
  last_error: string | null;
  done_at: number | null;
}
