import { drillOpenJudging } from '../contract/drill-life.ts';
import { boardRead } from '../contract/board.ts';
import { drillPublish, resultsRead } from '../contract/results.ts';
import { remediationFix, remediationList, remediationRetest } from '../contract/remediation.ts';
import type { Runtime } from '../runtime.ts';
import { answerSteps, decide, grade, report, verify } from './acts.ts';
import type { Cast } from './cast.ts';
import type { VirtualClock } from './clock.ts';
import type { Exercise } from './facts.ts';
import { invented } from './words.ts';
import { sequence, scoreOf, ticketFor } from './score.ts';
import type { Person } from './person.ts';
import { raiseCurtain, setStage } from './stage.ts';
import type { Stage } from './stage.ts';

const minute = 60_000;

interface Cue {
  at: number;
  act: () => Promise<unknown>;
}

/** Plays an exercise from plan to prize list. Everybody acts through the API; only time is ours. */
export async function play(runtime: Runtime, clock: VirtualClock, exercise: Exercise, cast: Cast): Promise<Stage> {
  const stage = await setStage(cast.plan, () => clock.now());
  const [from, to] = [Date.parse(exercise.from), Date.parse(exercise.to)];
  clock.moveTo(from);
  await raiseCurtain(stage);
  const cues = cuesOf(stage, exercise, from, to);
  await perform(
    runtime,
    clock,
    cues.filter(({ at }) => at < to),
  );
  clock.moveTo(to + 30 * minute);
  await runtime.jobs.runDue();
  await cast.organiser.call(drillOpenJudging, { params: { drill: stage.drill } });
  await perform(
    runtime,
    clock,
    cues.filter(({ at }) => at >= to),
  );
  await publish(stage, cast.organiser);
  await runtime.jobs.runDue();
  if (exercise.facts.allFixed) await fixEverything(clock, stage, cast);
  return stage;
}

async function perform(runtime: Runtime, clock: VirtualClock, cues: readonly Cue[]): Promise<void> {
  for (const { at, act } of cues) {
    clock.moveTo(at);
    await runtime.jobs.runDue();
    await act();
  }
}

function cuesOf(stage: Stage, exercise: Exercise, from: number, to: number): Cue[] {
  const random = sequence(exercise.facts.recognised);
  const red = stage.teams.filter(({ side }) => side === 'red');
  const blue = stage.teams.filter(({ side }) => side === 'blue');
  const claims: string[] = [];
  const cues: Cue[] = [];
  const criteria = ['detection', 'timeliness', 'response', 'reporting', 'readiness'];

  for (const [i, part] of scoreOf(exercise).entries()) {
    const { finding, outcome } = part;
    const targetId = stage.targets.get(`m${part.target}`) ?? '';
    const reported = from + Math.round(part.at * (to - from));
    const author = pick(red[part.team]?.members ?? [], i);
    cues.push({ at: reported, act: async () => (claims[i] = await report(author, stage, { ...finding, targetId })) });

    const verified = reported + (10 + random(50)) * minute;
    cues.push({ at: verified, act: () => verify(pick(stage.control, i), stage, claims[i] ?? '', finding.severity, i) });
    // In the order of submission and by whoever is free; an original is decided before what repeats it.
    const decided = reported + 3 * 60 * minute;
    const judgement = () => {
      const { severity, impacts } = finding;
      if (outcome === 'duplicate' && part.of !== null) return { outcome, of: claims[part.of] ?? '', severity, impacts };
      return outcome === 'accepted' ? { outcome, severity, impacts } : { outcome: 'rejected' as const };
    };
    cues.push({ at: decided, act: () => decide(pick(stage.judges, i), stage, claims[i] ?? '', judgement(), i) });

    if (!part.seen) continue;
    const defender = pick(pick(blue, part.target).members, i);
    let at = reported + (3 + random(40)) * minute;
    let ticket = '';
    for (const step of answerSteps(defender, stage, targetId, ticketFor(i), finding.severity)) {
      if (at >= to) break;
      cues.push({ at, act: async () => (ticket = await step()) });
      at += (2 + random(25)) * minute;
    }
    if (reported + 50 * minute < to) {
      const marks = Object.fromEntries(criteria.map((criterion) => [criterion, 40 + random(61)]));
      cues.push({ at: at + 2 * 60 * minute, act: () => grade(pick(stage.judges, i + 1), stage, ticket, marks) });
    }
  }
  return cues.sort((a, b) => a.at - b.at);
}

/** Prizes as the ranks propose them. */
async function publish(stage: Stage, organiser: Person): Promise<void> {
  const params = { drill: stage.drill };
  const { proposal } = await organiser.call(resultsRead, { params });
  const prizes = proposal.map(({ tier, side, teams, reason }) => ({
    tier,
    side,
    reason,
    teamIds: teams.map(({ id }) => id),
  }));
  await organiser.call(drillPublish, { params, body: { prizes } });
}

/** The owners fix what was found, the organisers test it again. */
async function fixEverything(clock: VirtualClock, stage: Stage, { officers, organiser }: Cast): Promise<void> {
  for (const officer of officers)
    for (let after: string | undefined; ;) {
      const query = { fromDrill: stage.drill, status: 'open' as const, limit: 200, ...(after ? { after } : {}) };
      const { items, next } = await officer.call(remediationList, { query });
      for (const { claimId, mayFix } of items) {
        if (!mayFix) continue;
        clock.moveTo(clock.now() + 30 * minute);
        await officer.call(remediationFix, { params: { claim: claimId }, body: { note: invented.fixed } });
        await organiser.call(remediationRetest, { params: { claim: claimId }, body: { passed: true, note: '' } });
      }
      if (!next || items.length === 0) break;
      after = next;
    }
}

/** The final board, as control sees it. */
export function finalBoard(stage: Stage, organiser: Person) {
  return organiser.call(boardRead, { params: { drill: stage.drill } });
}

function pick<T>(list: readonly T[], i: number): T {
  const item = list[i % list.length];
  if (item === undefined) throw new Error('Nobody is there to act.');
  return item;
}
