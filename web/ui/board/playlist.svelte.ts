import { untrack } from 'svelte';
import type { Side } from '#api/domain/drill/plan.ts';
import { stepFrom, type Slide } from './slides.ts';

type Given = {
  slides: () => readonly Slide[];
  /** The board that stands, and how to change it. */
  side: () => Side;
  onside: (side: Side) => void;
  /** Server time, ms. */
  now: () => number;
  /** The screen is held: nothing turns by itself. */
  held: () => boolean;
  /** Seconds of each slide while it turns by itself; null = it stands. */
  every: () => number | null;
};

/** Which page the hall shows, turned by hand or by the clock. The boards are those of the address, the others come on top. */
export function usePlaylist({ slides, side, onside, now, held, every }: Given) {
  let extra = $state<Exclude<Slide, Side> | null>(null);
  let since = now();
  const shown = $derived(extra !== null && slides().includes(extra) ? extra : null);

  function show(slide: Slide) {
    since = now();
    if (slide === 'red' || slide === 'blue') {
      extra = null;
      onside(slide);
    } else extra = slide;
  }
  function turn(by: 1 | -1) {
    const next = stepFrom(slides(), shown ?? side(), by);
    if (next) show(next);
  }
  $effect(() => {
    const seconds = every();
    if (seconds !== null && !held() && slides().length > 1 && now() - since >= seconds * 1_000) untrack(() => turn(1));
  });

  return {
    /** What stands in place of the board. */
    get extra() {
      return shown;
    },
    show,
    turn,
    /** A new count from now on. */
    restart() {
      since = now();
    },
  };
}
