import type { Hotkey } from '#web/hotkeys.ts';
import type { Dictionary } from '#web/i18n/index.ts';

export type HallHands = {
  hold: () => void;
  turn: (by: 1 | -1) => void;
  play: () => void;
  light: () => void;
  full: () => void;
};

/** What can be done to the screen itself. */
export const screenHands = {
  light() {
    const { dataset } = document.documentElement;
    dataset['theme'] = dataset['theme'] === 'projector' ? 'light' : 'projector';
  },
  full: () =>
    void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()),
};

/** Nothing to turn where there is one page. */
export const keysOf = (hands: HallHands, pages: number, t: Dictionary): Hotkey[] => [
  { key: 'P', label: t.board.keys.hold, run: hands.hold },
  ...(pages > 1
    ? [
        { key: 'ArrowLeft', label: t.board.keys.slide, run: () => hands.turn(-1) },
        { key: 'ArrowRight', label: t.board.keys.slide, run: () => hands.turn(1) },
        { key: ' ', label: t.board.keys.play, run: hands.play },
      ]
    : []),
  { key: 'T', label: t.board.keys.theme, run: hands.light },
  { key: 'F', label: t.board.keys.full, run: hands.full },
];
