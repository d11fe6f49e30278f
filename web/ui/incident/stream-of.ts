import { readerRoles } from '#api/domain/incident/access.ts';
import type { SessionUser } from '#web/session/session.ts';

/** The live stream of an organisation's incidents, for those who may hear it; the others reload when they act. */
export function streamOf(user: SessionUser, organisationId: string | undefined): string | null {
  const reads = user.grants.some(({ role }) => (readerRoles as readonly string[]).includes(role));
  return reads && organisationId ? `incident:${organisationId}` : null;
}
