/** A file received whole, not yet part of anything; its bytes are in the evidence folder under `id`. */
export interface UploadTable {
  id: string;
  account_id: string;
  name: string;
  size: number;
  sha256: string;
  media_type: string;
  finished_at: number;
}

/** A file that belongs to a finding, a ticket or a drill. `id` is that of the upload. */
export interface EvidenceTable {
  id: string;
  stream: string;
  /** Id of the claim or ticket; of the file itself where it belongs to the drill. */
  subject: string;
  subject_kind: string;
  name: string;
  size: number;
  sha256: string;
  media_type: string;
  added_by: string;
  added_at: number;
}
