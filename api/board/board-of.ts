import type { z } from 'zod';
import type { board } from '../contract/board.ts';
import { boardClock, boardRows, happenings } from '../domain/drill/board.ts';
import { frozenSince, wallTimeOf } from '../domain/drill/clock.ts';
import { detection } from '../domain/drill/detection.ts';
import { boardFrozen, publicDrillFold } from '../domain/drill/freeze.ts';
import type { DrillState } from '../domain/drill/state.ts';
import { refuse } from '../domain/refusal.ts';
import { drillFold, drillStream } from '../drills/fold.ts';
import { latestCheckpoint } from '../kernel/checkpoint.ts';
import type { Kernel } from '../kernel/kernel.ts';

/** What one kind of viewer may see of the scores of a drill; everything a board page shows is made of this and nothing else. */
export interface Shown {
  state: DrillState;
  frozen: boolean;
  version: number;
  /** Entry of the log up to which it shows everything. */
  horizon: number;
}

/** Live for control and judges, else as public. Throws `not_found`. */
export async function shownTo(kernel: Kernel, drillId: string, official: boolean, at: number): Promise<Shown> {
  const stream = drillStream(drillId);
  const shown = official ? await live(kernel, stream) : await asPublic(kernel, stream, at);
  if (!shown.state.exists || (shown.state.status === 'draft' && !official)) throw refuse('not_found');
  return shown;
}

async function live(kernel: Kernel, stream: string): Promise<Shown> {
  const { state, seq } = await kernel.folds.read(drillFold, stream);
  return { state, frozen: false, version: seq, horizon: seq };
}

async function asPublic(kernel: Kernel, stream: string, at: number): Promise<Shown> {
  const { state: view } = await kernel.folds.read(publicDrillFold, stream);
  return { state: view.shown, frozen: boardFrozen(view, at), version: view.version, horizon: view.horizon };
}

/** Names an answer: the same audience in the same second at the same version gets the same bytes. */
export function answerName(what: string, drillId: string, official: boolean, { version, frozen }: Shown, at: number) {
  return {
    key: `${what}:${drillId}:${official ? 'official' : 'public'}`,
    version: `${version}:${frozen ? 'frozen' : 'live'}:${second(at)}`,
  };
}

function second(at: number): number {
  return Math.floor(at / 1_000);
}

/** The whole board. */
export async function boardOf(kernel: Kernel, shown: Shown, now: number): Promise<z.input<typeof board>> {
  const { state, frozen, version } = shown;
  const at = second(now) * 1_000;
  const { running, elapsedMs, remainingMs, endsAt, phase } = boardClock(state, at);
  const names = await organisationNames(kernel, state);
  return {
    drillId: state.id,
    startsAt: state.plan.startsAt,
    name: state.plan.name,
    mode: 'drill',
    status: state.status,
    phase,
    serverTime: at,
    clock: { running, elapsedMs, remainingMs, durationMs: state.durationMs, endsAt },
    // The answer is dated to the second's beginning; a freeze of this very second must already show its time.
    freeze: {
      at: frozenSince(state, at + 999),
      plannedAt: plannedFreeze(state, at),
      frozen,
      revealed: [...state.freeze.revealed],
    },
    pause: state.pause,
    notice: noticeOf(state),
    updatedAt: state.ledger.at(-1)?.at ?? null,
    rows: boardRows(state).map(({ organisationIds, ...row }) => ({
      ...row,
      organisations: organisationIds.map((id) => names.get(id) ?? ''),
    })),
    feed: happenings(state),
    totals: detection(state),
    checkpoint: await shortCheckpoint(kernel, shown),
    ties: [...state.rules.ties],
    rulesVersion: state.rules.version,
    rulesOrigin: state.rules.origin,
    version,
  };
}

/** When the running clock will freeze the board; null when it will not, or already has. */
function plannedFreeze(state: DrillState, at: number): number | null {
  if (
    state.status !== 'live' ||
    state.freezeAfterMs === null ||
    state.freeze.unfrozenAt !== null ||
    frozenSince(state, at) !== null
  )
    return null;
  return wallTimeOf(state, state.freezeAfterMs);
}

export async function organisationNames(kernel: Kernel, state: DrillState): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set([...state.teams.values()].flatMap((team) => team.organisationIds))];
  if (ids.length === 0) return new Map();
  const rows = await kernel.db.read.selectFrom('organisation').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function noticeOf({ announcements }: DrillState) {
  const last = announcements.findLast(({ audience }) => audience === 'hall');
  return last ? { at: last.at, text: last.text, withdrawn: last.withdrawn } : null;
}

/** The newest signed checkpoint that tells nothing from beyond a freeze; its hash shortened to what can be read from a wall. */
async function shortCheckpoint(kernel: Kernel, { state, horizon }: Shown) {
  const row = await latestCheckpoint(kernel.db.read, drillStream(state.id), horizon);
  return row ? { seq: row.seq, hash: row.hash.slice(0, 12), at: row.at } : null;
}
