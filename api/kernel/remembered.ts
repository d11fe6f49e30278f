import type { Kernel } from './kernel.ts';

/** Remembered at most this long (ms), and never past the next change of permissions: one taken away is gone at once. */
const longest = 5_000;
const mostRemembered = 20_000;

/** Calls `find` once for each key, until permissions change. A failure is not remembered. */
export function remembered<T>(kernel: Kernel): (key: string, find: () => Promise<T>) => Promise<T> {
  const known = new Map<string, { until: number; answer: Promise<T> }>();
  let rights = kernel.hub.rights;
  return (key, find) => {
    if (rights !== kernel.hub.rights || known.size > mostRemembered) known.clear();
    rights = kernel.hub.rights;
    const now = kernel.clock.now();
    const entry = known.get(key);
    if (entry && now < entry.until) return entry.answer;
    const answer = find();
    known.set(key, { until: now + longest, answer });
    answer.catch(() => known.delete(key));
    return answer;
  };
}
