export const severities = ['unknown', 'low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];
export type ScoredSeverity = Exclude<Severity, 'unknown'>;

/** The three criteria of the VNCERT/CC guide: tài nguyên hệ thống, dữ liệu, người dùng. */
export const impactCriteria = ['resources', 'data', 'users'] as const;
export type ImpactCriterion = (typeof impactCriteria)[number];

/** nháp → đã gửi → cần bổ sung → xác minh tạm thời → công nhận / không công nhận / trùng lặp. */
export const claimStatuses = [
  'draft',
  'submitted',
  'needs_info',
  'verified',
  'accepted',
  'rejected',
  'duplicate',
  'withdrawn',
] as const;
export type ClaimStatus = (typeof claimStatuses)[number];

/** What an attack team writes about a finding. Only title, target, severity and description are required. */
export interface FindingFields {
  targetId: string;
  title: string;
  endpoint: string;
  techniqueId: string | null;
  severity: Severity;
  impacts: ImpactCriterion[];
  /** ms; as the team states it. The server's own time of submission is the event's. */
  foundAt: number;
  description: string;
  fixNow: string;
  fixLong: string;
}

/** What has been said of a finding is taken back this long (ms), as a slip of the hand, by whoever said it. Ours. */
export const undoFor = 30_000;

export type Decision =
  | {
      outcome: 'accepted';
      severity: ScoredSeverity;
      impacts: ImpactCriterion[];
      impactEvidence: boolean;
      reason: string;
    }
  | { outcome: 'rejected'; reason: string }
  | {
      outcome: 'duplicate';
      of: string;
      severity: ScoredSeverity;
      impacts: ImpactCriterion[];
      impactEvidence: boolean;
      reason: string;
    };

/** The point table of a drill. Points are integer hundredths, shares whole percents. Ours, not a regulation; editable until the start. */
export interface ScoringRules {
  version: string;
  /** `suggested` = mẫu gợi ý của dự án, không phải quy định; `edited` = set by the organisers of this drill. */
  origin: 'suggested' | 'edited';
  severity: Record<ScoredSeverity, number>;
  /** Added for each impacted criterion beyond the first. */
  extraImpactPercent: number;
  /** Share left when no evidence of impact was given. */
  withoutImpactEvidencePercent: number;
  /** Share of a later finder of the same issue, if found within the window (ms after the first submission). */
  duplicatePercent: number;
  duplicateWindowMs: number;
  /** Bonus for the first accepted finding on a target; 0 = none. */
  firstBloodPercent: number;
  /** Points a defence ticket may earn, by criterion. */
  ticket: Record<string, number>;
  /** Compared in this order when points are equal; then the rank is shared. */
  ties: ('critical_count' | 'high_count' | 'earliest_critical' | 'earliest_last_score')[];
}
