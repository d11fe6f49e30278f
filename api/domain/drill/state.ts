import type { Ticket } from '../incident/ticket.ts';
import type { SeatRole } from '../actor.ts';
import type { Addressee } from './announcement.ts';
import type { ClaimStatus, Decision, FindingFields, ScoringRules, Severity } from './claim.ts';
import type { Prize } from './events.ts';
import type { DrillPlan, GateItem, PhasePlan, Side, Target } from './plan.ts';
import type { DrillStatus } from './status.ts';

export interface Member {
  accountId: string;
  name: string;
  role: SeatRole;
  teamId: string | null;
  captain: boolean;
  /** Where the person belonged when seated; null = nowhere. */
  organisationId: string | null;
  rulesAcceptedHash: string | null;
  pledgedAt: number | null;
}

export interface Team {
  id: string;
  name: string;
  side: Side;
  organisationIds: string[];
  targetIds: string[];
  addresses: string[];
  /** How often it was changed. */
  revision: number;
}

export interface GateRecord {
  item: GateItem;
  targetId: string | null;
  by: string;
  at: number;
  reference: string;
  on: string;
  fileId: string | null;
  note: string;
  /** Set when a named person let the drill start without it. */
  overrideReason: string | null;
}

export interface Evidence {
  id: string;
  kind: 'exploit' | 'impact' | 'other';
  name: string;
  size: number;
  sha256: string;
  mediaType: string;
}

export interface ClaimDecision {
  seq: number;
  at: number;
  by: string;
  /** Changed by the judge who had made it, for want of another. */
  alone: boolean;
  decision: Decision;
}

/** A provisional opinion of the organisers. */
export interface Verification {
  seq: number;
  severity: Severity;
  by: string;
  at: number;
  /** The one it took the place of. */
  before: Verification | null;
}

export interface Claim {
  id: string;
  /** `PH-2-014`; given at submission. */
  number: string;
  teamId: string;
  author: string;
  status: ClaimStatus;
  finding: FindingFields;
  /** How often its text was replaced. */
  revision: number;
  evidence: Evidence[];
  draftedAt: number;
  /** Server time of the first submission: what ranks first finders. */
  submittedAt: number | null;
  provisional: Verification | null;
  question: string | null;
  /** Questions of the organisers with the replies of the team. */
  exchanges: Exchange[];
  hold: { accountId: string; until: number } | null;
  /** Every decision made and not taken back at once, the last one counts. */
  decisions: ClaimDecision[];
  /** How many findings of the drill had been submitted when this one was; 0 = a draft. */
  order: number;
  /** Points (hundredths) in force for the finding and, apart, for first blood. */
  points: number;
  bonus: number;
}

export interface Exchange {
  at: number;
  by: string;
  question: string;
  reply: string | null;
  repliedAt: number | null;
}

/** Marks (percent by criterion) of a defence team's ticket, as they stand. */
export interface TicketGrade {
  seq: number;
  at: number;
  by: string;
  teamId: string;
  marks: Record<string, number>;
  reason: string;
  points: number;
}

/** Submitted findings on one target, in order; before `next` none can hold first blood. */
export interface TargetQueue {
  claimIds: string[];
  next: number;
}

/** One line of the score ledger; never changed, corrections are further lines. */
export interface ScoreEntry {
  seq: number;
  at: number;
  teamId: string;
  /** Integer hundredths; negative for a reversal or a penalty. */
  points: number;
  rule: 'claim' | 'duplicate' | 'first_blood' | 'ticket' | 'breach' | 'bonus' | 'correction' | 'reversal';
  claimId: string | null;
  ticketId: string | null;
  by: string;
  /** Numbers the points were made of, for "vì sao". */
  inputs: Record<string, string | number>;
  reason: string;
}

export interface TeamScore {
  teamId: string;
  points: number;
  counts: Record<'critical' | 'high' | 'medium' | 'low', number>;
  firstBloods: number;
  /** Server time of the earliest critical finding that counts (its submission); null = none. */
  earliestCriticalAt: number | null;
  lastScoreAt: number | null;
}

/** Stretches of wall-clock time in which the drill clock ran; the last one may be open. */
export interface Running {
  from: number;
  to: number | null;
}

export interface Announcement {
  seq: number;
  at: number;
  by: string;
  text: string;
  audience: Addressee;
  mustRead: boolean;
  /** When (ms) and why it was taken back; null = it stands. */
  withdrawn: { at: number; reason: string } | null;
}

/** Time (ms) added to the drill clock. */
export interface Extension {
  seq: number;
  at: number;
  byMs: number;
}

export interface InjectDelivery {
  seq: number;
  at: number;
  injectId: string;
  title: string;
  text: string;
  teamIds: string[];
  /** When it was taken back, ms; null = it stands. */
  recalledAt: number | null;
}

/** What control has decided about situations yet to come. */
export interface RunSheet {
  /** By how much (ms of drill time) they come later than the scenario says; negative = earlier. */
  shiftMs: number;
  /** Those left out, by id: when, ms. */
  skipped: Map<string, number>;
}

/** Everything there is to know about a drill: the fold of its stream. */
export interface DrillState {
  id: string;
  exists: boolean;
  status: DrillStatus;
  plan: DrillPlan;
  /** How often the plan was replaced. */
  revision: number;
  phases: PhasePlan[];
  rules: ScoringRules;
  scenarioHash: string | null;
  decision: { number: string; on: string; fileId: string | null } | null;
  boardCodeHash: string | null;
  targets: Map<string, Target>;
  teams: Map<string, Team>;
  members: Map<string, Member>;
  gate: GateRecord[];
  /** Files on record, by id: name. */
  documents: Map<string, string>;
  announcements: Announcement[];
  injects: InjectDelivery[];
  runSheet: RunSheet;
  /** Since when and why the clock stands; null while nobody has stopped it. */
  pause: { at: number; reason: string } | null;
  /** Drill clock. */
  running: Running[];
  durationMs: number;
  freezeAfterMs: number | null;
  /** Those that stand, in order. */
  extensions: Extension[];
  freeze: { frozenAt: number | null; unfrozenAt: number | null; revealed: string[] };
  claims: Map<string, Claim>;
  claimCount: number;
  /** Findings each team has submitted; what a team has filed keeps its number though it be withdrawn. */
  filed: Map<string, number>;
  tickets: Map<string, Ticket>;
  ledger: ScoreEntry[];
  scores: Map<string, TeamScore>;
  /** Claim that holds first blood, by target. */
  firstBloods: Map<string, string>;
  /** Submitted findings by target. */
  queues: Map<string, TargetQueue>;
  /** Grades in force by ticket. */
  grades: Map<string, TicketGrade>;
  prizes: Prize[];
  /** Of the last event applied. */
  seq: number;
  at: number;
}
