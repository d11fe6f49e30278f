import type { BoardView } from './view.ts';
import { isBeforeStart, sidesOf } from './view.ts';

/** What the screen of a hall shows in turn: the board of each side, points over time, figures, the notice. */
export type Slide = 'red' | 'blue' | 'timeline' | 'figures' | 'notice';

/** Seconds a slide may stand; the first is what nobody has chosen. */
export const intervals = [20, 10, 30, 60] as const;
export const intervalOf = (text: string | null) => intervals.find((one) => String(one) === text) ?? null;

/** How long (ms) the hall is told something, or that it no longer stands: yesterday's lunch break is no news. */
const noticeFor = 3_600_000;
export const noticeAt = ({ notice }: Pick<BoardView, 'notice'>, now: number) =>
  notice && now - (notice.withdrawn?.at ?? notice.at) < noticeFor ? notice : null;

/** The slides of a board, in their order; none before the start, when there is one thing to see. */
export function slidesOf(view: BoardView, hasNotice: boolean): Slide[] {
  if (isBeforeStart(view.status)) return [];
  return [
    ...sidesOf(view),
    ...(view.feed.length > 0 ? (['timeline'] as const) : []),
    'figures',
    ...(hasNotice || view.checkpoint ? (['notice'] as const) : []),
  ];
}

/** The one `by` places further, round and round. */
export function stepFrom(slides: readonly Slide[], from: Slide, by: 1 | -1): Slide | undefined {
  return slides[(slides.indexOf(from) + by + slides.length) % slides.length];
}
