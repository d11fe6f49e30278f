import type { Locale, Theme } from './preferences.ts';

export type SessionUser = {
  id: string;
  name: string;
  login: string;
  locale?: Locale | null;
  theme?: Theme | null;
  roles: string[];
  drills?: unknown[];
};

export type Session = { user: SessionUser | null; mode: 'demo' | 'real'; setupNeeded: boolean };
