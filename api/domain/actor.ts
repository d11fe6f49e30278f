/** Roles a person holds for an organisation (and all below it). */
export const organisationRoles = ['admin', 'organiser', 'officer', 'staff', 'head', 'leader'] as const;
export type OrganisationRole = (typeof organisationRoles)[number];

/** Seats in a drill: control = Ban Tổ chức, judge = Ban Giám khảo. */
export const seatRoles = ['control', 'judge', 'red', 'blue', 'observer'] as const;
export type SeatRole = (typeof seatRoles)[number];

/**
 * Who an operation may be open to. `anyone` needs no account, `kiosk` holds a drill's board code, `user` is anyone signed in,
 * `system` is the server itself.
 */
export type Role = 'anyone' | 'kiosk' | 'user' | OrganisationRole | `drill:${SeatRole}`;

/** `organisationId` = `*` means everywhere. */
export interface Grant {
  role: OrganisationRole;
  organisationId: string;
}

export interface Seat {
  drillId: string;
  role: SeatRole;
  teamId: string | null;
  captain: boolean;
}

/** Whoever asks. Anonymous callers and board screens have no id; the server's own acts carry `system`. */
export interface Actor {
  kind: 'anonymous' | 'kiosk' | 'user' | 'system';
  id: string;
  name: string;
  organisationId: string | null;
  /** Organisations that have ended and whose successor, at the end of the line, is one the person belongs to or acts for. */
  formerOrganisationIds: readonly string[];
  grants: readonly Grant[];
  seats: readonly Seat[];
  /** ms; when the person last proved who they are, for acts that need it. */
  freshAt: number;
  /** Drill whose board code a kiosk holds. */
  kioskDrillId: string | null;
  mustChangePassword: boolean;
}

export const anonymous: Actor = {
  kind: 'anonymous',
  id: 'anonymous',
  name: '',
  organisationId: null,
  formerOrganisationIds: [],
  grants: [],
  seats: [],
  freshAt: 0,
  kioskDrillId: null,
  mustChangePassword: false,
};

export const system: Actor = { ...anonymous, kind: 'system', id: 'system' };

/** The seats of `actor` in one drill. */
export function seatsIn(actor: Actor, drillId: string): readonly Seat[] {
  return actor.seats.filter((seat) => seat.drillId === drillId);
}

/** Whether the person holds `role` somewhere; which organisation is checked against the rows. */
export function holds(actor: Actor, role: OrganisationRole): boolean {
  return actor.grants.some((grant) => grant.role === role);
}

/** The roles an actor brings to an operation; `drillId` adds the seats of that drill. */
export function rolesOf(actor: Actor, drillId?: string): ReadonlySet<Role> {
  const roles = new Set<Role>(['anyone']);
  if (actor.kind === 'kiosk' && (!drillId || actor.kioskDrillId === drillId)) roles.add('kiosk');
  if (actor.kind !== 'user') return roles;
  roles.add('user');
  for (const grant of actor.grants) roles.add(grant.role);
  for (const seat of drillId ? seatsIn(actor, drillId) : []) roles.add(`drill:${seat.role}`);
  return roles;
}
