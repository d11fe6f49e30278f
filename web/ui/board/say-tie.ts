import type { Format } from '#web/i18n/format.ts';
import type { Dictionary } from '#web/i18n/index.ts';
import type { Row } from './view.ts';

/** Why a team with equal points stands where it stands, in words. */
export function sayTie(tie: NonNullable<Row['tie']>, t: Dictionary, format: Format): string {
  const words = t.board.tie;
  if (tie.code === 'shared' || !(tie.code in words)) return words.shared();
  const timed = tie.code === 'earliest_critical' || tie.code === 'earliest_last_score';
  const say = (value: string | number | undefined) => {
    if (!timed) return format.number(Number(value));
    return Number(value) < 0 ? t.board.never : format.clock(Number(value));
  };
  return words[tie.code as keyof typeof words]({
    team: String(tie.params['team']),
    own: say(tie.params['own']),
    theirs: say(tie.params['theirs']),
  });
}
