import { sampleFindings, sampleTickets } from '#db/reference/sample-province.ts';
import type { SampleFinding, SampleSeverity } from '#db/reference/sample-province.ts';
import type { Exercise } from './facts.ts';

/** What will become of one finding. Times are shares of the drill, 0 to 1. */
export interface Part {
  at: number;
  team: number;
  target: number;
  finding: SampleFinding;
  outcome: 'accepted' | 'rejected' | 'duplicate';
  /** Index of the part whose finding this one repeats. */
  of: number | null;
  /** Whether a defence team sees it. */
  seen: boolean;
}

const severities = ['critical', 'high', 'medium', 'low'] as const satisfies readonly SampleSeverity[];

/** Every finding of the exercise in order of time: as many recognised of each severity as facts and assumptions say. The same every time. */
export function scoreOf({ facts, assumed, attack, targets }: Exercise): Part[] {
  const recognised = severities.flatMap((severity) =>
    Array.from({ length: (facts.findings[severity] ?? 0) + (assumed.findings[severity] ?? 0) }, () => severity),
  );
  const total = recognised.length + assumed.duplicates + assumed.rejected;
  const random = sequence(total);
  shuffle(recognised, random);
  const extras: Part['outcome'][] = [
    ...Array.from({ length: assumed.duplicates }, () => 'duplicate' as const),
    ...Array.from({ length: assumed.rejected }, () => 'rejected' as const),
  ];
  shuffle(extras, random);
  // The first tenth holds no extras: a duplicate needs something to repeat.
  const places = new Set<number>();
  const first = Math.ceil(total / 10);
  while (places.size < extras.length) places.add(first + random(total - first));

  const parts: Part[] = [];
  for (let i = 0; i < total; i += 1) {
    const outcome = places.has(i) ? (extras.pop() ?? 'rejected') : 'accepted';
    const at = 0.002 + (0.99 * (i + random(100) / 200)) / total;
    const common = { at, team: random(attack.teams.length), target: random(targets.length), seen: random(10) < 6 };
    if (outcome === 'duplicate') {
      const of = lastAccepted(parts, random);
      const original = parts[of];
      if (original) {
        const team = (original.team + 1 + random(attack.teams.length - 1)) % attack.teams.length;
        parts.push({ ...common, team, target: original.target, finding: original.finding, outcome, of });
        continue;
      }
    }
    const severity = outcome === 'accepted' ? (recognised.pop() ?? 'low') : 'medium';
    parts.push({
      ...common,
      finding: variant(severity, i),
      outcome: outcome === 'duplicate' ? 'rejected' : outcome,
      of: null,
    });
  }
  return parts;
}

/** Sample texts, each time with a place of its own. */
function variant(severity: SampleSeverity, i: number): SampleFinding {
  const texts = sampleFindings.filter((finding) => finding.severity === severity);
  const text = texts[i % texts.length] ?? sampleFindings[0];
  if (!text) throw new Error('There are no sample findings.');
  return { ...text, title: `${text.title} – vị trí ${i + 1}`, endpoint: `/gia-dinh/${i + 1}` };
}

/** What a defence team writes about finding `i`. */
export function ticketFor(i: number) {
  const text = sampleTickets[i % sampleTickets.length];
  if (!text) throw new Error('There are no sample tickets.');
  return { ...text, title: `${text.title} (${i + 1})` };
}

function lastAccepted(parts: readonly Part[], random: (below: number) => number): number {
  const accepted = parts.flatMap(({ outcome }, i) => (outcome === 'accepted' ? [i] : []));
  return accepted[Math.max(0, accepted.length - 1 - random(8))] ?? -1;
}

function shuffle<T>(list: T[], random: (below: number) => number): void {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = random(i + 1);
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
}

/** Numbers that look random and are the same at every run (Park–Miller). */
export function sequence(seed: number): (below: number) => number {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
