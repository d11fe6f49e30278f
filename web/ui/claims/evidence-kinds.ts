/** What a file of a finding shows. */
export const evidenceKinds = ['exploit', 'impact', 'other'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];
