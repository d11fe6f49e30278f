import { applyDrill, initialDrill } from '#api/domain/drill/fold.ts';
import type { LoggedEvent } from '#api/domain/event.ts';
import { ms, percentile, report } from './table.ts';
import { claims, drill, liveDrill, stream } from './world.ts';

const length = 100_000;

/** The whole state of a drill from its log. */
export function benchFold(): void {
  const facts = [...liveDrill(), ...claims(0, Math.ceil(length / 3), true)].slice(0, length);
  const events = facts.map(
    (fact, i) =>
      ({ ...fact, stream, seq: i + 1, actor: 'account-judge', at: i * 100, occurredAt: i * 100 }) as LoggedEvent,
  );
  const times = [1, 2, 3].map(() => {
    const from = performance.now();
    let state = initialDrill(drill);
    for (const event of events) state = applyDrill(state, event);
    return performance.now() - from;
  });
  const middle = percentile(times, 50);
  report({
    what: `full fold of ${length.toLocaleString('en')} events`,
    ours: ms(middle),
    target: '≤ 1,500 ms',
    met: middle <= 1_500,
  });
}
