export interface Lean {
  from: string;
  to: string;
}

/** Everything that leans on `id`, directly (distance 1) or through others, nearest first; circles are walked once. */
export function dependentsOf(links: readonly Lean[], id: string): { id: string; distance: number }[] {
  const leaning = Map.groupBy(links, ({ to }) => to);
  const distances = new Map([[id, 0]]);
  const queue = [id];
  for (const at of queue)
    for (const { from } of leaning.get(at) ?? [])
      if (!distances.has(from)) {
        distances.set(from, (distances.get(at) ?? 0) + 1);
        queue.push(from);
      }
  distances.delete(id);
  return [...distances].map(([found, distance]) => ({ id: found, distance }));
}
