import type { Kysely, Transaction } from 'kysely';
import type {
  CheckpointTable,
  EventTable,
  IdempotencyTable,
  JobTable,
  SigningKeyTable,
  StreamTable,
} from './schema/kernel.ts';
import type { BoardCodeTable, DrillTable, DrillTargetTable } from './schema/drill.ts';
import type { EvidenceTable, UploadTable } from './schema/evidence.ts';
import type {
  IncidentClockTable,
  IncidentTable,
  IncidentTaskTable,
  IncidentTokenTable,
  RemediationTable,
} from './schema/incident.ts';
import type {
  CredentialTable,
  DeviceTable,
  DrillSeatTable,
  InvitationTable,
  RoleGrantTable,
  SessionTable,
  UserTable,
} from './schema/identity.ts';
import type {
  ClusterMemberTable,
  ClusterTable,
  InformationSystemTable,
  OrganisationNameTable,
  OrganisationParentTable,
  OrganisationTable,
  ResponseTeamTable,
  SystemContactTable,
  SystemLinkTable,
} from './schema/registry.ts';

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
  device: DeviceTable;
  invitation: InvitationTable;
  organisation: OrganisationTable;
  organisation_name: OrganisationNameTable;
  organisation_parent: OrganisationParentTable;
  cluster: ClusterTable;
  cluster_member: ClusterMemberTable;
  response_team: ResponseTeamTable;
  information_system: InformationSystemTable;
  system_link: SystemLinkTable;
  system_contact: SystemContactTable;
  drill: DrillTable;
  drill_target: DrillTargetTable;
  board_code: BoardCodeTable;
  incident: IncidentTable;
  incident_token: IncidentTokenTable;
  incident_clock: IncidentClockTable;
  incident_task: IncidentTaskTable;
  remediation: RemediationTable;
  upload: UploadTable;
  evidence: EvidenceTable;
}

/** Reads outside a change. */
export type Read = Kysely<Tables>;
/** Writes: only the kernel hands one out. */
export type Trx = Transaction<Tables>;
