import type { NewEvent } from '../event.ts';
import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import type { Prize } from './events.ts';
import type { Side } from './plan.ts';
import { ranking } from './ranking.ts';
import type { RankRow } from './ranking.ts';
import type { DrillState } from './state.ts';

const tiers = ['first', 'second', 'third', 'consolation'] as const;

/** Claims that still wait for a decision. */
export function undecided(state: DrillState): number {
  let count = 0;
  for (const { status } of state.claims.values())
    if (status === 'submitted' || status === 'needs_info' || status === 'verified') count += 1;
  return count;
}

/**
 * A prize list to start from: the first three ranks of each side win nhất, nhì and ba, the next two khuyến khích; who shares a rank
 * shares its prize. Teams without points win nothing. The organisers decide.
 */
export function proposePrizes(state: DrillState): Prize[] {
  return (['red', 'blue'] as const).flatMap((side) => proposeSide(ranking(state, side), side));
}

function proposeSide(rows: readonly RankRow[], side: Side): Prize[] {
  const byRank = Map.groupBy(
    rows.filter((row) => row.score.points > 0),
    (row) => row.rank,
  );
  return [...byRank].flatMap(([rank, sharing]): Prize[] => {
    const tier = tiers[Math.min(rank, 4) - 1];
    if (!tier || rank > 5) return [];
    return [{ tier, side, teamIds: sharing.map((row) => row.team.id), reason: '' }];
  });
}

/** The prize list becomes the result of the drill: only when every claim is decided. A board still frozen is unfrozen by it. */
export function publishResults(state: DrillState, prizes: Prize[], frozen: boolean): readonly NewEvent[] | Refusal {
  const open = undecided(state);
  if (open > 0) return refuse('results.claims_open', { count: open });
  const unknown = prizes.findIndex((prize) => prize.teamIds.some((id) => !state.teams.has(id)));
  if (unknown >= 0)
    return refuse('request.invalid', {}, [{ path: ['prizes', unknown, 'teamIds'], code: 'results.team_unknown' }]);
  const twice = prizes.findIndex((prize, i) =>
    prizes
      .slice(0, i)
      .some((other) => other.side === prize.side && other.teamIds.some((id) => prize.teamIds.includes(id))),
  );
  if (twice >= 0)
    return refuse('request.invalid', {}, [{ path: ['prizes', twice, 'teamIds'], code: 'results.team_twice' }]);
  const thaw: NewEvent[] = frozen ? [{ type: 'board.unfrozen', subject: null, payload: { reason: 'published' } }] : [];
  return [...thaw, { type: 'drill.published', subject: null, payload: { prizes } }];
}
