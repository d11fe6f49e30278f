import { motion } from '#web/motion.ts';

/** The rows of a list move to their new places when it changes; `list` says when it does. Ms. */
export const glide = (list: () => unknown, ms: number) => (box: HTMLElement) => {
  const places = new WeakMap<Element, readonly [left: number, top: number]>();
  const look = (moved?: (row: HTMLElement, left: number, top: number) => void) => {
    const rows = [...box.children] as HTMLElement[];
    for (const row of rows) {
      const [left, top] = places.get(row) ?? [row.offsetLeft, row.offsetTop];
      places.set(row, [row.offsetLeft, row.offsetTop]);
      if (left !== row.offsetLeft || top !== row.offsetTop) moved?.(row, left - row.offsetLeft, top - row.offsetTop);
    }
  };
  // A window of another size moves them too, and nobody overtook anybody.
  const resized = new ResizeObserver(() => look());
  resized.observe(box);
  $effect(() => {
    list();
    const duration = motion(ms);
    look((row, left, top) => {
      const from = { transform: `translate(${left}px, ${top}px)` };
      if (duration) row.animate([from, { transform: 'none' }], { duration, easing: 'ease-out', composite: 'add' });
    });
  });
  return () => resized.disconnect();
};
