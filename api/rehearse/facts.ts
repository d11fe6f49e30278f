import cum5 from '#db/reference/rehearsals/cum-5-2023.json' with { type: 'json' };
import tphcm from '#db/reference/rehearsals/tphcm-2023.json' with { type: 'json' };
import type { SampleSeverity } from '#db/reference/sample-province.ts';

type Counts = Partial<Record<SampleSeverity, number>>;

/** A real exercise as it was reported (`facts`), and what had to be assumed to play it again. */
export interface Exercise {
  id: string;
  name: string;
  /** Where the facts were published. */
  source: string;
  /** What is invented. */
  notice: string;
  /** ISO, with the offset of Vietnam. */
  from: string;
  to: string;
  freezeMinutes: number;
  facts: {
    findings: Counts;
    recognised: number;
    expertsMoreThan: number;
    hours: number | null;
    targets: number | null;
    allFixed: boolean;
  };
  assumed: { findings: Counts; duplicates: number; rejected: number };
  host: string;
  owners: string[];
  targets: { name: string; owner: number; domain: string; level: number }[];
  attack: { teams: string[]; members: number };
  defence: { teams: string[]; members: number };
  judges: number;
}

/** Exercises that can be played again, by id. */
export const exercises: Readonly<Record<string, Exercise>> = { [tphcm.id]: tphcm, [cum5.id]: cum5 };
