export const contactFreshness = ['fresh', 'stale', 'never'] as const;
export type ContactFreshness = (typeof contactFreshness)[number];

/** A contact confirmed within so many days is taken to be right. Ours, not a rule of law. */
export const freshDays = 90;

/** How far a contact can be trusted on a day. Dates are yyyy-MM-dd. */
export function freshnessOf(confirmedOn: string | null, today: string): ContactFreshness {
  if (confirmedOn === null) return 'never';
  return (Date.parse(today) - Date.parse(confirmedOn)) / 86_400_000 <= freshDays ? 'fresh' : 'stale';
}

/** The best of a system's contacts: one person who answers is enough. */
export function bestFreshness(confirmedOn: readonly (string | null)[], today: string): ContactFreshness {
  const all = confirmedOn.map((date) => freshnessOf(date, today));
  return contactFreshness.find((freshness) => all.includes(freshness)) ?? 'never';
}
