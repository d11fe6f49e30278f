import { isoDate } from '../zone.ts';
import type { Period } from '../duration.ts';

export interface Label {
  vi: string;
  en: string;
}

/** Where a rule stands, and how far its text was compared: `gazette` = with Công báo, `archive` = in a stored copy, `none`. */
export interface RuleSource {
  number: string;
  article: string;
  checked: 'gazette' | 'archive' | 'none';
  note: string;
}

/** One legal (or internal) period. `duration` 0 = "ngay": no number of hours exists. `warnAt` = shares of the duration. */
export interface ProfileClock {
  code: string;
  label: Label;
  condition: Label;
  when: { serious?: true; personalData?: true };
  t0: 'detected_at' | 'personal_data_detected_at' | 'ended_at';
  duration: Period;
  recipient: Label;
  form: string | null;
  action: 'notify' | 'report';
  warnAt: readonly number[];
  source: RuleSource;
}

/** What deadlines need of a regulation profile (hồ sơ quy định); the data holds more. Dates are yyyy-MM-dd. */
export interface Profile {
  id: string;
  version: number;
  kind: 'law' | 'internal';
  effectiveFrom: string | null;
  clocks: readonly ProfileClock[];
}

/** The stamp a ticket keeps: a later version does not touch it by itself. */
export function stampOf(profile: Pick<Profile, 'id' | 'version'>): string {
  return `${profile.id}@${profile.version}`;
}

/** The law in force on the local day of an instant (ms): the latest to have begun, else the one without a beginning. */
export function profileAt<P extends Profile>(profiles: readonly P[], at: number): P | undefined {
  const day = isoDate(at);
  return profiles
    .filter((profile) => profile.kind === 'law' && (profile.effectiveFrom ?? '') <= day)
    .toSorted((a, b) => (b.effectiveFrom ?? '').localeCompare(a.effectiveFrom ?? '') || b.version - a.version)[0];
}
