import { changeIds, listen } from '#test/sse.ts';
import type { Listener } from '#test/sse.ts';

// A process full of viewers: URL COUNT. It notes when each viewer hears each change, and answers its parent.
const [url = '', count = '0'] = process.argv.slice(2);
const now = () => performance.timeOrigin + performance.now();
const heard = new Map<number, number[]>();

const viewers: Listener[] = [];
for (let i = 0; i < Number(count); i += 1) {
  viewers.push(
    listen(
      url,
      {},
      {
        retry: 50 + (i % 100),
        onEvent: ({ id, event }) => {
          if (event !== 'change' || id === null) return;
          const times = heard.get(id) ?? [];
          heard.set(id, times);
          times.push(now());
        },
      },
    ),
  );
  if (i % 100 === 99) await new Promise((resolve) => setTimeout(resolve, 20));
}

const answers: Record<string, (argument: number) => unknown> = {
  /** How many have heard that the stream stands at `id`. */
  standing: (id) => viewers.filter(({ lastId }) => lastId !== null && lastId >= id).length,
  last: () => Math.max(...viewers.map(({ lastId }) => lastId ?? 0)),
  times: (id) => heard.get(id) ?? [],
  /** Cuts every `n`-th line. */
  cut: (n) => viewers.filter((_, i) => i % n === 0).forEach((viewer) => viewer.cut()),
  /** Changes after `id` that a viewer missed, or heard twice. */
  faults: (id) => {
    let lost = 0;
    let doubled = 0;
    const last = Math.max(...viewers.map(({ lastId }) => lastId ?? 0));
    for (const viewer of viewers) {
      const ids = changeIds(viewer).filter((one) => (one ?? 0) > id);
      lost += last - id - new Set(ids).size;
      doubled += ids.length - new Set(ids).size;
    }
    return { lost, doubled };
  },
};
process.on('message', ({ ask, argument }: { ask: string; argument: number }) =>
  process.send?.({ answer: answers[ask]?.(argument) ?? null }),
);
process.once('disconnect', () => process.exit(0));
process.send?.({ answer: 'ready' });
