/** What has become of an invitation. */
export const invitationStates = ['open', 'used', 'expired', 'revoked'] as const;
export type InvitationState = (typeof invitationStates)[number];

/** Being taken back says more than having run out, and that everybody came more than that the time is over. Times in ms. */
export function invitationState(
  { revokedAt, usesLeft, expiresAt }: { revokedAt: number | null; usesLeft: number; expiresAt: number },
  now: number,
): InvitationState {
  if (revokedAt !== null) return 'revoked';
  if (usesLeft < 1) return 'used';
  return expiresAt > now ? 'open' : 'expired';
}
