import type { OrganisationRole } from '#api/domain/actor.ts';
import type { vi } from './i18n/vi/index.ts';
import type { IconName } from './ui/icon-name.ts';
import { rolesHeld, type SessionUser } from './session/session.ts';

export type Entry = {
  key: keyof (typeof vi)['shell']['nav'];
  href: string;
  /** Other addresses that belong to it. */
  also?: readonly string[];
  icon: IconName;
  /** Shown to these roles; absent = to everybody signed in. The API decides what they may see there. */
  roles?: readonly OrganisationRole[];
};

const entries: readonly Entry[] = [
  { key: 'work', href: '/', icon: 'clipboard-list' },
  { key: 'drills', href: '/drills', also: ['/scenarios'], icon: 'swords' },
  { key: 'incidents', href: '/incidents', icon: 'flame' },
  { key: 'systems', href: '/systems', also: ['/organisations'], icon: 'server' },
  {
    key: 'posture',
    href: '/posture',
    icon: 'chart-no-axes-column',
    roles: ['admin', 'officer', 'head', 'leader'],
  },
  { key: 'admin', href: '/admin', icon: 'settings', roles: ['admin'] },
];

/** The one list behind the header, the phone menu, the palette and the first page. */
export function navFor(user: SessionUser): readonly Entry[] {
  const held = rolesHeld(user);
  return entries.filter((entry) => !entry.roles || entry.roles.some((role) => held.has(role)));
}
