import { boardPublic, boardPublicSeries, boardRead, boardSeries } from '../contract/board.ts';
import type { Actor } from '../domain/actor.ts';
import { series } from '../domain/drill/series.ts';
import { refuse } from '../domain/refusal.ts';
import { audienceOf, isOfficial } from '../domain/visibility.ts';
import { seenBy } from '../drills/audience.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { query } from '../kernel/query.ts';
import { answerName, boardOf, shownTo } from './board-of.ts';
import type { Shown } from './board-of.ts';
import { findKioskDrill } from './kiosk.ts';

/** The boards of a drill and the lines behind them, for its members and for whoever holds its code. */
export const readBoard = query({
  operation: boardRead,
  version: async ({ params, actor, call }, kernel) =>
    named(kernel, 'board', params.drill, await official(kernel, actor, params.drill), call.at),
  run: async ({ params, actor, call }, kernel) =>
    boardOf(kernel, await shownTo(kernel, params.drill, await official(kernel, actor, params.drill), call.at), call.at),
});

export const readPublicBoard = query({
  operation: boardPublic,
  version: async ({ params, call }, kernel) =>
    named(kernel, 'board', await drillOf(kernel, params.code), false, call.at),
  run: async ({ params, call }, kernel) =>
    boardOf(kernel, await shownTo(kernel, await drillOf(kernel, params.code), false, call.at), call.at),
});

export const readSeries = query({
  operation: boardSeries,
  version: async ({ params, actor, call }, kernel) =>
    named(kernel, 'series', params.drill, await official(kernel, actor, params.drill), call.at),
  run: async ({ params, actor, call }, kernel) =>
    linesOf(await shownTo(kernel, params.drill, await official(kernel, actor, params.drill), call.at)),
});

export const readPublicSeries = query({
  operation: boardPublicSeries,
  version: async ({ params, call }, kernel) =>
    named(kernel, 'series', await drillOf(kernel, params.code), false, call.at),
  run: async ({ params, call }, kernel) =>
    linesOf(await shownTo(kernel, await drillOf(kernel, params.code), false, call.at)),
});

/** Whether the caller sees the live board. Throws `not_found` for one who may not see any. */
async function official(kernel: Kernel, actor: Actor, drillId: string): Promise<boolean> {
  const audience = audienceOf(actor, drillId);
  if (audience === undefined) await seenBy(kernel, actor, drillId);
  return isOfficial(audience ?? 'public');
}

async function named(kernel: Kernel, what: string, drillId: string, isOfficial: boolean, at: number) {
  return answerName(what, drillId, isOfficial, await shownTo(kernel, drillId, isOfficial, at), at);
}

/** The drill a code opens. Throws `not_found`. */
export async function drillOf(kernel: Kernel, code: string): Promise<string> {
  const drillId = await findKioskDrill(kernel, code);
  if (drillId === null) throw refuse('not_found');
  return drillId;
}

function linesOf({ state }: Shown) {
  const lines = (['red', 'blue'] as const).flatMap((side) =>
    series(state, side).map(({ teamId, steps }) => ({
      teamId,
      name: state.teams.get(teamId)?.name ?? '',
      side,
      steps,
    })),
  );
  return { durationMs: state.durationMs, lines };
}
