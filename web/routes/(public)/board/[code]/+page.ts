import { isHttpError } from '@sveltejs/kit';
import { browser } from '$app/env';
import { boardPublic } from '#api/contract/board.ts';
import { ask } from '#web/ask.ts';
import { intervalOf } from '#web/ui/board/slides.ts';
import { isBeforeStart, type BoardView } from '#web/ui/board/view.ts';
import type HallStart from '#web/ui/board/HallStart.svelte';
import type { PageLoad } from './$types';

/** The last board this screen has read: a server that restarts in the middle of a reload must not blank the hall. */
let last: { code: string; view: BoardView; Start: typeof HallStart | null } | undefined;

export const load: PageLoad = async ({ fetch, params, depends, url }) => {
  depends('topic:board', 'topic:drill', 'topic:announcements');
  const side: 'red' | 'blue' = url.searchParams.get('side') === 'blue' ? 'blue' : 'red';
  const every = intervalOf(url.searchParams.get('every'));
  try {
    const view = await ask(fetch, boardPublic, { params: { code: params.code } });
    const Start = isBeforeStart(view.status) ? (await import('#web/ui/board/HallStart.svelte')).default : null;
    if (browser) last = { code: params.code, view, Start };
    return { view, Start, side, every };
  } catch (problem) {
    const refused = isHttpError(problem) && problem.status < 500 && problem.status !== 429;
    if (!refused && last?.code === params.code) return { view: last.view, Start: last.Start, side, every };
    throw problem;
  }
};
