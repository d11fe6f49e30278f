import type { OrganisationRole } from '../actor.ts';

/** What is left of an entry whose texts were blanked. */
export interface RedactedEntry {
  seq: number;
  /** The type of the entry. */
  of: string;
  rest: unknown;
}

/** Accounts, roles and the log itself; stream `system`. */
export interface SystemEvents {
  'system.initialised': { version: string };
  'account.created': {
    accountId: string;
    login: string;
    name: string;
    organisationId: string | null;
    email: string | null;
    locale: 'vi' | 'en';
  };
  'account.updated': { accountId: string; name: string; email: string | null; organisationId: string | null };
  'account.disabled': { accountId: string; reason: string };
  'account.enabled': { accountId: string };
  'account.password_changed': { accountId: string; mustChange: boolean };
  'account.locale_chosen': { accountId: string; locale: 'vi' | 'en' };
  /** `organisationId` = `*`: everywhere. */
  'role.granted': { accountId: string; role: OrganisationRole; organisationId: string };
  'role.revoked': { accountId: string; role: OrganisationRole; organisationId: string };
  'session.opened': { accountId: string; address: string };
  'session.closed': { accountId: string; reason: 'signed_out' | 'ended_by_owner' | 'ended_by_admin' };
  'invitation.made': { invitationId: string; role: OrganisationRole; organisationId: string; uses: number };
  'invitation.revoked': { invitationId: string };
  'invitation.accepted': { invitationId: string; accountId: string };
  /** Name, login and contact are gone; who it was stays an id. */
  'account.erased': { accountId: string };
  /** The clock of the machine stood at `to` when the log had reached `from` (ms). */
  'clock.set_back': { from: number; to: number };
  /** Texts of entries of the same stream were blanked: what was left of each is bound here. In any stream. */
  'event.redacted': { entries: RedactedEntry[]; reason: string };
}
