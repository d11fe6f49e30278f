import type { Kysely, Transaction } from 'kysely';
import type {
  CheckpointTable,
  EventTable,
  IdempotencyTable,
  JobTable,
  SigningKeyTable,
  StreamTable,
} from './schema/kernel.ts';
import type { DrillTable } from './schema/drill.ts';
import type {
  CredentialTable,
  DrillSeatTable,
  InvitationTable,
  RoleGrantTable,
  SessionTable,
  UserTable,
} from './schema/identity.ts';

/** Every table, by its name in both databases. Ids are UUIDv7 text, times are milliseconds since the epoch. */
export interface Tables {
  event: EventTable;
  stream: StreamTable;
  checkpoint: CheckpointTable;
  signing_key: SigningKeyTable;
  idempotency: IdempotencyTable;
  job: JobTable;
  account: UserTable;
  credential: CredentialTable;
  role_grant: RoleGrantTable;
  drill_seat: DrillSeatTable;
  session: SessionTable;
  invitation: InvitationTable;
  drill: DrillTable;
}

/** Reads outside a change. */
export type Read = Kysely<Tables>;
/** Writes: only the kernel hands one out. */
export type Trx = Transaction<Tables>;
