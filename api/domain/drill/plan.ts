export const sides = ['red', 'blue'] as const;
export type Side = (typeof sides)[number];

export const phaseKinds = ['live', 'many_to_many', 'ctf', 'training'] as const;
/** A drill is a composition of phases, each in one of the forms seen in reports of real exercises. */
export interface PhasePlan {
  id: string;
  kind: (typeof phaseKinds)[number];
  title: string;
  /** ms after the start of the drill clock. */
  startsAfterMs: number;
  durationMs: number;
}

export interface DrillPlan {
  name: string;
  theme: string;
  hostOrganisationId: string;
  scenarioId: string | null;
  /** ms; planned wall-clock times. */
  startsAt: number;
  endsAt: number;
  /** ms; attack teams do not see the names of targets before. */
  revealTargetsAt: number;
  /** Minutes before the end at which public scores stop moving; null = never. */
  freezeMinutes: number | null;
  /** Text of the Nội quy, accepted by every member by its hash. */
  rulesText: string;
  /** SHA-256 of `rulesText`; an acceptance of an older text no longer counts. */
  rulesHash: string;
  objectives: string[];
  emergencyContact: string;
}

export interface Target {
  id: string;
  systemId: string | null;
  name: string;
  ownerOrganisationId: string | null;
  /** Domains and addresses in scope, as text. */
  scope: string[];
  level: number | null;
}

/**
 * What must be on record before a drill may start. `per` = once for the drill, for each target, or for each member.
 * `override`: whether a named person may go without it, giving a reason; authority and consent can never be waived
 * (Luật 116/2025/QH15 Điều 7 khoản 3, 5: access without permission is prohibited).
 */
export const gateItems = {
  decision: { per: 'drill', override: false },
  target_consent: { per: 'target', override: false },
  force_notified: { per: 'drill', override: true },
  rules_accepted: { per: 'member', override: true },
  pledge_signed: { per: 'member', override: true },
  addresses_registered: { per: 'drill', override: true },
  backup_confirmed: { per: 'target', override: true },
  emergency_contacts: { per: 'drill', override: true },
  rollback_plan: { per: 'drill', override: true },
} as const satisfies Record<string, { per: 'drill' | 'target' | 'member'; override: boolean }>;
export type GateItem = keyof typeof gateItems;
