import { setTimeout as wait } from 'node:timers/promises';
import { boardReveal, boardUnfreeze } from '../contract/board.ts';
import { claimQueue } from '../contract/claim-views.ts';
import { drillEnd, drillOpenJudging } from '../contract/drill-life.ts';
import { remediationFix, remediationList, remediationRetest } from '../contract/remediation.ts';
import { ProblemError } from '../contract/problem-error.ts';
import { drillPublish, resultsRead } from '../contract/results.ts';
import { decide } from '../rehearse/acts.ts';
import { raiseCurtain } from '../rehearse/stage.ts';
import type { Stage } from '../rehearse/stage.ts';
import type { Cast } from './cast.ts';
import { cuesOf } from './cues.ts';
import type { Cue } from './cues.ts';
import { menders, scene } from './words.ts';

const second = 1_000;

export interface Pace {
  /** Of the drill at speed 1, ms. */
  length: number;
  speed: number;
  signal: AbortSignal;
  /** Told of every act that was refused. */
  refused?: (code: string) => void;
}

/** Plays the whole drill; resolves after the prizes. Visitors take part meanwhile, so an act that comes too late is let be. */
export async function simulate(stage: Stage, cast: Cast, pace: Pace): Promise<void> {
  const { length, speed, signal } = pace;
  const attempt = <T>(act: () => Promise<T>) => tolerant(act, pace.refused);
  const pause = (ms: number) => wait(ms / speed, undefined, { signal });
  const params = { drill: stage.drill };
  const [chief] = stage.control;
  if (!chief) return;
  await raiseCurtain(stage);
  await perform(cuesOf(stage, cast, length), pace, attempt);
  await attempt(() => chief.call(drillEnd, { params, body: { reason: scene.end } }));
  await pause(5 * second);
  await attempt(() => chief.call(drillOpenJudging, { params }));
  await judgeTheRest(stage, attempt, () => pause(second));
  for (let left = 1; left > 0;) {
    await pause(4 * second);
    left = (await attempt(() => chief.call(boardReveal, { params, body: {} })))?.left ?? 0;
  }
  await attempt(() => chief.call(boardUnfreeze, { params, body: { reason: scene.end } }));
  await pause(5 * second);
  await attempt(async () => {
    const { proposal } = await chief.call(resultsRead, { params });
    const prizes = proposal.map(({ tier, side, teams, reason }) => ({
      tier,
      side,
      reason,
      teamIds: teams.map(({ id }) => id),
    }));
    await chief.call(drillPublish, { params, body: { prizes } });
  });
  await mend(stage, cast, attempt, () => pause(2 * second));
}

type Attempt = (act: () => Promise<unknown>) => Promise<unknown>;

async function perform(cues: readonly Cue[], { length, speed, signal }: Pace, attempt: Attempt): Promise<void> {
  let from = Date.now();
  for (const { at, act, pause = 0 } of cues) {
    if (at > length * 0.97) break;
    await wait(Math.max(0, from + at / speed - Date.now()), undefined, { signal });
    await attempt(act);
    await wait(pause / speed, undefined, { signal });
    from += pause / speed;
  }
  await wait(Math.max(0, from + (length * 0.97) / speed - Date.now()), undefined, { signal });
}

/** The owners begin to fix what was found; the organisers test some of it again. */
async function mend(
  { drill, control: [chief] }: Stage,
  { people }: Cast,
  attempt: Attempt,
  pause: () => Promise<void>,
): Promise<void> {
  for (const login of menders) {
    const officer = people.get(login);
    if (!officer || !chief) continue;
    const { items } = await officer.call(remediationList, { query: { fromDrill: drill, status: 'open', limit: 50 } });
    for (const [i, { claimId }] of items
      .filter(({ mayFix }) => mayFix)
      .slice(0, 3)
      .entries()) {
      const params = { claim: claimId };
      await attempt(() => officer.call(remediationFix, { params, body: { note: scene.fixed } }));
      await pause();
      if (i > 0) continue;
      await attempt(() => chief.call(remediationRetest, { params, body: { passed: true, note: scene.retested } }));
    }
  }
}

/** The judges go through what is left. */
async function judgeTheRest(stage: Stage, attempt: Attempt, pause: () => Promise<void>): Promise<void> {
  const [judge] = stage.judges;
  if (!judge) return;
  const { items } = await judge.call(claimQueue, { params: { drill: stage.drill } });
  for (const [i, { id, severity }] of items.entries()) {
    await attempt(() =>
      decide(
        judge,
        stage,
        id,
        { outcome: 'accepted', severity: severity === 'unknown' ? 'low' : severity, impacts: ['data'] },
        i,
      ),
    );
    await pause();
  }
}

/** A refusal is no defect here: a visitor may have done it first, or stopped the drill. */
async function tolerant<T>(act: () => Promise<T>, refused?: (code: string) => void): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status >= 500) throw error;
    refused?.(error.code);
    return undefined;
  }
}
