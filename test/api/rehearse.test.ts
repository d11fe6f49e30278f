import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { areas } from '#api/areas.ts';
import { hashPassword } from '#api/auth/password.ts';
import { remediationList } from '#api/contract/remediation.ts';
import { resultsRead } from '#api/contract/results.ts';
import { castOf } from '#api/demo/cast.ts';
import { simulate } from '#api/demo/simulate.ts';
import { drillFold, drillStream } from '#api/drills/fold.ts';
import { silent } from '#api/kernel/logger.ts';
import { checkStreams } from '#api/log/check-streams.ts';
import { replayCheck } from '#api/log/replay.ts';
import { exercises } from '#api/rehearse/facts.ts';
import type { Exercise } from '#api/rehearse/facts.ts';
import { rehearse } from '#api/rehearse/rehearse.ts';
import { scoreOf } from '#api/rehearse/score.ts';
import { setStage } from '#api/rehearse/stage.ts';
import { createRuntime } from '#api/runtime.ts';
import { seedSample } from '#api/seed/sample.ts';
import { blankAll } from '#test/blank-all.ts';

async function givenFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'thao-truong-play-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test.each(Object.values(exercises))('the script of $id has exactly the published findings', (exercise) => {
  const parts = scoreOf(exercise);
  const recognised = parts.filter(({ outcome }) => outcome === 'accepted');
  expect(recognised).toHaveLength(exercise.facts.recognised);
  for (const [severity, count] of Object.entries(exercise.facts.findings))
    expect(recognised.filter(({ finding }) => finding.severity === severity)).toHaveLength(count);
  expect(parts.length - recognised.length).toBe(exercise.assumed.duplicates + exercise.assumed.rejected);
  for (const { outcome, of, team } of parts) {
    if (outcome !== 'duplicate') continue;
    expect(parts[of ?? -1]).toMatchObject({ outcome: 'accepted' });
    expect(parts[of ?? -1]?.team).not.toBe(team);
  }
  expect(scoreOf(exercise)).toEqual(parts);
});

test(
  'a small exercise is played from plan to prizes, and its log verifies, breaks and replays',
  { timeout: 240_000 },
  async () => {
    const folder = await givenFolder();
    const whole = exercises['tphcm-2023'];
    if (!whole) throw new Error('no such exercise');
    const small: Exercise = {
      ...whole,
      facts: {
        findings: { critical: 3, high: 4 },
        recognised: 9,
        expertsMoreThan: 6,
        hours: null,
        targets: 5,
        allFixed: true,
      },
      assumed: { findings: { medium: 1, low: 1 }, duplicates: 1, rejected: 1 },
      attack: { teams: whole.attack.teams.slice(0, 2), members: 2 },
      defence: { teams: whole.defence.teams.slice(0, 1), members: 1 },
      judges: 2,
    };
    const lines = await rehearse(small, folder);
    expect(lines.filter(({ good }) => !good)).toEqual([]);
    expect(lines.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'recognised',
        'critical',
        'high',
        'experts',
        'targets',
        'fixed',
        'verify',
        'flipped',
        'replay',
      ]),
    );
    expect((await readdir(folder)).sort()).toEqual(['board.json', 'log.ndjson', 'results.xlsx']);
    expect(JSON.parse(await readFile(join(folder, 'board.json'), 'utf8'))).toMatchObject({ status: 'published' });
    expect((await readFile(join(folder, 'results.xlsx'))).subarray(0, 2).toString()).toBe('PK');
  },
);

test(
  'the demo plays to the prizes without a single refusal, and its rows follow from its log',
  { timeout: 240_000 },
  async () => {
    const folder = await givenFolder();
    const runtime = await createRuntime({
      database: join(folder, 'demo.db'),
      evidenceDir: join(folder, 'evidence'),
      mode: 'demo',
      logger: silent,
      jobsEvery: 200,
    });
    onTestFinished(() => runtime.close());
    const password = 'bốn con trâu cày ruộng sâu';
    const ids = await seedSample(runtime.kernel, await hashPassword(password));
    const [length, speed] = [8 * 60_000, 48];
    // The drill's own clock leaves room for a busy machine; its people end it.
    const cast = castOf(runtime, ids, password, Date.now(), 4 * 60_000);
    const stage = await setStage(cast.plan, Date.now);
    const refused: string[] = [];
    await simulate(stage, cast, {
      length,
      speed,
      signal: new AbortController().signal,
      refused: (code) => void refused.push(code),
    });
    expect(refused).toEqual([]);
    const results = await cast.plan.organiser.call(resultsRead, { params: { drill: stage.drill } });
    expect(results).toMatchObject({ published: true, undecided: 0 });
    expect(results.totals.recognised).toBeGreaterThan(10);
    expect(results.totals.duplicate).toBeGreaterThan(0);
    expect(results.totals.tickets).toBeGreaterThan(5);
    expect(results.prizes.length).toBeGreaterThan(0);
    const mended = { query: { fromDrill: stage.drill, status: 'retested' as const } };
    expect((await cast.plan.organiser.call(remediationList, mended)).items.length).toBeGreaterThan(0);
    const { kernel } = runtime;
    const assertWhole = async () => {
      const projectors = areas.map(({ projector }) => projector);
      expect((await replayCheck(kernel.db, projectors)).first).toBeNull();
      for await (const { fault } of checkStreams(kernel.db.read)) expect(fault).toBeNull();
    };
    await assertWhole();
    // Blank whatever anybody wrote: rows still follow from the log, and every number is what it was.
    const scores = async () => (await kernel.folds.read(drillFold, drillStream(stage.drill))).state.scores;
    const before = structuredClone(await scores());
    expect((await blankAll(kernel)).size).toBeGreaterThan(25);
    await assertWhole();
    expect(await scores()).toEqual(before);
  },
);
