/** Every kind of line in the server's own log; what each means and holds stands in api/README.md. */
export const logEvents = [
  'signed_in',
  'signed_out',
  'sign_in_failed',
  'refused',
  'unreadable_request',
  'administered',
  'evidence_read',
  'evidence_damaged',
  'clock_set_back',
  'not_ready',
  'disk_full',
  'storage_failed',
  'database_unreachable',
  'job_failed',
  'jobs',
  'live',
  'defect',
] as const;
export type LogEvent = (typeof logEvents)[number];
