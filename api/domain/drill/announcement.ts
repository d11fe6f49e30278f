/** Whom an announcement is for; `hall` = everyone, and the board in the hall shows it too. */
export const addressees = ['everyone', 'hall', 'red', 'blue'] as const;
export type Addressee = (typeof addressees)[number];

/** Whether it is meant for an audience: `red`, `red:TEAM`, `observer`… */
export function isAddressed(to: Addressee, audience: string): boolean {
  return to === 'everyone' || to === 'hall' || audience === to || audience.startsWith(`${to}:`);
}
