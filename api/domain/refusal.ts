/**
 * Every refusal the system can answer, with its HTTP status. Words live in the dictionaries (`problem`).
 * Append the codes of your area under its heading.
 */
export const refusals = {
  // the request itself
  'request.invalid': 400,
  'request.json': 400,
  'request.too_large': 413,
  'request.media_type': 415,
  'request.cross_site': 403,
  'request.rate_limited': 429,
  'request.method': 405,
  'request.duplicate_key': 400,
  'idempotency.required': 400,
  'idempotency.reused': 422,
  not_found: 404,
  forbidden: 403,
  'conflict.stale': 409,
  'server.error': 500,
  'server.unavailable': 503,
  // identity
  'session.required': 401,
  'session.step_up': 401,
  'session.credentials': 401,
  'session.password_must_change': 403,
  'setup.done': 409,
  'setup.code': 403,
  'password.weak': 422,
  'password.wrong': 422,
  'login.taken': 409,
  'invitation.invalid': 410,
  'account.self': 409,
  'account.last_admin': 409,
  'account.open': 409,
  'account.erased': 409,
  // drills
  'drill.wrong_phase': 409,
  'drill.time_up': 409,
  'drill.extension': 422,
  'drill.extension_followed': 409,
  'drill.extension_passed': 409,
  'announcement.withdrawn': 409,
  'drill.times': 422,
  'drill.host': 422,
  'drill.scenario': 422,
  'drill.rules_started': 409,
  'gate.by_member': 422,
  'gate.unknown_line': 404,
  'gate.not_overridable': 409,
  'gate.satisfied': 409,
  'team.name_taken': 409,
  'team.unknown': 422,
  'target.unknown': 422,
  'target.listed': 409,
  'target.system': 422,
  'inject.delivered': 409,
  'inject.unknown': 404,
  'inject.skipped': 409,
  'inject.recall_late': 409,
  'rules.not_accepted': 403,
  'seat.team_required': 422,
  'seat.judge_plays': 409,
  'seat.both_sides': 409,
  'seat.held': 409,
  'seat.other_team': 409,
  'seat.same': 409,
  'seat.last_control': 409,
  'account.unknown': 422,
  // incidents
  'incident.illegal_step': 409,
  'incident.missing': 422,
  'incident.not_open': 409,
  'incident.clock_unknown': 422,
  'incident.clock_settled': 409,
  'incident.merge_target': 422,
  'incident.task_state': 409,
  'incident.assignee': 422,
  'incident.no_organisation': 422,
  'remediation.state': 409,
  'remediation.same_person': 409,
  // claims, score, board, results
  'claim.not_draft': 409,
  'claim.not_open': 409,
  'claim.not_submitted': 409,
  'claim.not_decided': 409,
  'claim.not_asked': 409,
  'claim.already_decided': 409,
  'claim.decided_by_other': 409,
  'claim.decision_used': 409,
  'claim.undo_late': 409,
  'claim.not_verified': 409,
  'claim.verified_by_other': 409,
  'claim.verification_late': 409,
  'claim.second_judge': 409,
  'claim.held_by': 409,
  'claim.own_organisation': 403,
  'claim.frozen': 409,
  'ticket.already_graded': 409,
  'board.not_frozen': 409,
  'board.already_frozen': 409,
  'board.already_revealed': 409,
  'results.claims_open': 409,
  'results.not_ready': 409,
  // evidence
  'evidence.too_large': 413,
  'evidence.quota': 413,
  'evidence.type': 415,
  'evidence.unfinished': 409,
  'evidence.damaged': 409,
  'evidence.attached': 409,
  'evidence.offset': 409,
  'evidence.protocol': 400,
  'evidence.protocol_version': 412,
  // the log
  'redaction.done': 409,
  'redaction.nothing': 422,
  'redaction.person': 422,
  // registry
  'registry.future_date': 422,
  'registry.before_start': 422,
  'organisation.name_taken': 409,
  'registry.before_change': 422,
  'organisation.closed': 409,
  'organisation.below_itself': 409,
  'organisation.has_children': 409,
  'organisation.has_systems': 409,
  'system.retired': 409,
  'system.link_self': 409,
} as const satisfies Record<string, number>;

export type RefusalCode = keyof typeof refusals;

/** What is wrong with one field: `path` in the body, a code of the dictionary, and its numbers or names. */
export interface Issue {
  path: (string | number)[];
  code: string;
  params?: Record<string, string | number>;
}

export type RefusalParams = Record<string, string | number | readonly string[]>;

/** An expected failure: returned by `decide`, thrown by `load` and `prepare`; anything else is a defect. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly params: RefusalParams;
  readonly issues: readonly Issue[];

  constructor(code: RefusalCode, params: RefusalParams = {}, issues: readonly Issue[] = []) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.params = params;
    this.issues = issues;
  }
}

/** Shorthand for an expected failure. */
export function refuse(code: RefusalCode, params?: RefusalParams, issues?: readonly Issue[]): Refusal {
  return new Refusal(code, params, issues);
}
