import { claimList } from '../contract/claim-views.ts';
import type { Claim } from '../domain/drill/state.ts';
import { fold, searchTerms } from '../domain/text.ts';
import { query } from '../kernel/query.ts';
import { isOfficial } from '../domain/visibility.ts';
import { seenClaims, sightOf } from './seen.ts';
import type { Sight } from './seen.ts';
import { claimLine } from './shape.ts';

/** Folded text of a finding, remembered as long as the finding itself. */
const folded = new WeakMap<object, string>();

export const listClaims = query({
  operation: claimList,
  run: async ({ params, query: asked, actor, call }, kernel) => {
    const sight = await sightOf(kernel, actor, params.drill, call.at);
    const terms = searchTerms(asked.search ?? '');
    const all = seenClaims(sight)
      .filter(
        (claim) =>
          matches(claim, asked) &&
          judgedBy(sight, claim, asked.judge) &&
          terms.every((words) => words.some((word) => textOf(claim).includes(word))),
      )
      .sort((a, b) => compare(keyOf(b), keyOf(a)));
    const from = asked.after === undefined ? 0 : all.findIndex((claim) => keyOf(claim) < (asked.after ?? ''));
    const items = from < 0 ? [] : all.slice(from, from + asked.limit);
    const last = items.at(-1);
    const more = last !== undefined && last !== all.at(-1);
    return {
      items: items.map((claim) => claimLine(sight.state, claim, call.at)),
      next: more ? keyOf(last) : null,
      total: all.length,
    };
  },
});

/** Who judged is nothing a team may ask for. */
function judgedBy({ audience }: Sight, { decisions }: Claim, judge: string | undefined): boolean {
  return judge === undefined || (isOfficial(audience) && decisions.some(({ by }) => by === judge));
}

function matches(
  claim: Claim,
  asked: {
    status?: string | undefined;
    severity?: string | undefined;
    target?: string | undefined;
    team?: string | undefined;
  },
): boolean {
  const decided = claim.decisions.at(-1)?.decision;
  const severity =
    decided && 'severity' in decided ? decided.severity : (claim.provisional?.severity ?? claim.finding.severity);
  return (
    (asked.status === undefined ||
      claim.status === asked.status ||
      (asked.status === 'decided' && decided !== undefined)) &&
    (asked.severity === undefined || severity === asked.severity) &&
    (asked.target === undefined || claim.finding.targetId === asked.target) &&
    (asked.team === undefined || claim.teamId === asked.team)
  );
}

function textOf({ finding, number }: Claim): string {
  const known = folded.get(finding);
  if (known !== undefined) return known;
  const text = fold(
    [number, finding.title, finding.endpoint, finding.techniqueId ?? '', finding.description].join(' '),
  );
  folded.set(finding, text);
  return text;
}

/** Newest first: by first submission, drafts by their beginning. */
function keyOf(claim: Claim): string {
  return `${String(claim.submittedAt ?? claim.draftedAt).padStart(15, '0')}_${claim.id}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
