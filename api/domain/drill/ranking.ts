import { sortKey } from '../sort-key.ts';
import type { ScoringRules } from './claim.ts';
import type { Side } from './plan.ts';
import type { DrillState, Team, TeamScore } from './state.ts';
import { zeroScore } from './scoring.ts';

export type TieRule = ScoringRules['ties'][number];

/** Why teams with equal points stand as they do: the rule that parted them, with both values, or `shared`. */
export interface Tie {
  code: TieRule | 'shared';
  params: Record<string, string | number>;
}

export interface RankRow {
  rank: number;
  team: Team;
  score: TeamScore;
  /** Another team holds the same rank. */
  shared: boolean;
  /** Set where the points of a neighbour are equal. */
  tie: Tie | null;
}

/** Smaller is better; null counts as never. */
const tieKeys: Record<TieRule, (score: TeamScore) => number> = {
  critical_count: (score) => -score.counts.critical,
  high_count: (score) => -score.counts.high,
  earliest_critical: (score) => score.earliestCriticalAt ?? Infinity,
  earliest_last_score: (score) => score.lastScoreAt ?? Infinity,
};

/** Teams of one side by points, then by the tie rules of the drill in their order, then sharing a rank (1, 2, 2, 4). */
export function ranking(
  state: DrillState,
  side: Side,
  scores: ReadonlyMap<string, TeamScore> = state.scores,
): RankRow[] {
  const rows = [...state.teams.values()]
    .filter((team) => team.side === side)
    .map((team) => ({ team, score: scores.get(team.id) ?? zeroScore(team.id), name: sortKey(team.name) }))
    .sort((a, b) => compare(state.rules, a.score, b.score) || order(a.name, b.name) || order(a.team.id, b.team.id));

  const ranked: RankRow[] = [];
  rows.forEach(({ team, score }, i) => {
    const above = ranked.at(-1);
    const below = rows[i + 1];
    const sharesAbove = above !== undefined && compare(state.rules, above.score, score) === 0;
    const sharesBelow = below !== undefined && compare(state.rules, score, below.score) === 0;
    const tie =
      (above && tieBetween(state.rules, score, above.score, above.team)) ??
      (below && tieBetween(state.rules, score, below.score, below.team));
    const shared = sharesAbove || sharesBelow;
    ranked.push({
      rank: sharesAbove ? above.rank : i + 1,
      team,
      score,
      shared,
      tie: shared ? { code: 'shared', params: { points: score.points } } : (tie ?? null),
    });
  });
  return ranked;
}

function compare(rules: ScoringRules, a: TeamScore, b: TeamScore): number {
  return b.points - a.points || order(0, partedBy(rules, a, b)?.by ?? 0);
}

/** The first tie rule under which two scores differ; `by` > 0 when `a` stands above. */
function partedBy(rules: ScoringRules, a: TeamScore, b: TeamScore): { code: TieRule; by: number } | null {
  for (const code of rules.ties) {
    const by = order(tieKeys[code](b), tieKeys[code](a));
    if (by !== 0) return { code, by };
  }
  return null;
}

function tieBetween(rules: ScoringRules, own: TeamScore, other: TeamScore, team: Team): Tie | null {
  if (own.points !== other.points) return null;
  const parted = partedBy(rules, own, other);
  if (!parted) return null;
  return {
    code: parted.code,
    params: {
      points: own.points,
      team: team.name,
      own: valueOf(parted.code, own),
      theirs: valueOf(parted.code, other),
    },
  };
}

/** The value a tie rule looks at, as shown: a count, or a time (ms; −1 = never). */
function valueOf(code: TieRule, score: TeamScore): number {
  if (code === 'critical_count') return score.counts.critical;
  if (code === 'high_count') return score.counts.high;
  return (code === 'earliest_critical' ? score.earliestCriticalAt : score.lastScoreAt) ?? -1;
}

function order<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
