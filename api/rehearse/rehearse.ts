import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { areas } from '../areas.ts';
import { claimList } from '../contract/claim-views.ts';
import { logExport } from '../contract/log.ts';
import { remediationList } from '../contract/remediation.ts';
import { resultsFile } from '../contract/results.ts';
import { drillPeople } from '../contract/teams.ts';
import { verifyLog } from '../domain/verify.ts';
import type { Verdict } from '../domain/verify.ts';
import { silent } from '../kernel/logger.ts';
import { replayCheck } from '../log/replay.ts';
import { nodeTools } from '../log/tools.ts';
import { createRuntime } from '../runtime.ts';
import { engage } from './cast.ts';
import type { Cast } from './cast.ts';
import { virtualClock } from './clock.ts';
import type { Exercise } from './facts.ts';
import { finalBoard, play } from './play.ts';
import type { Stage } from './stage.ts';

const day = 24 * 3_600_000;

/** One thing that was published or must hold, and what came out. */
export interface Line {
  what:
    'recognised' | 'critical' | 'high' | 'experts' | 'hours' | 'targets' | 'fixed' | 'verify' | 'flipped' | 'replay';
  expected: string;
  found: string;
  good: boolean;
}

/** Plays an exercise in a throw-away database and leaves its board, results and log in `folder`. */
export async function rehearse(exercise: Exercise, folder: string): Promise<Line[]> {
  const place = await mkdtemp(join(tmpdir(), 'thao-truong-rehearsal-'));
  await mkdir(folder, { recursive: true });
  const clock = virtualClock(Date.parse(exercise.from) - day);
  const runtime = await createRuntime({
    database: join(place, 'rehearsal.db'),
    evidenceDir: join(place, 'evidence'),
    clock,
    mode: 'demo',
    logger: silent,
    jobsEvery: 0,
  });
  try {
    const cast = await engage(runtime, exercise);
    const stage = await play(runtime, clock, exercise, cast);
    const [control] = stage.control;
    if (!control) throw new Error('Nobody is in control.');
    const params = { drill: stage.drill };
    const log = join(folder, 'log.ndjson');
    await writeFile(join(folder, 'board.json'), `${JSON.stringify(await finalBoard(stage, control), null, 2)}\n`);
    await writeFile(
      join(folder, 'results.xlsx'),
      await control.download(resultsFile, { params, query: { locale: 'vi' } }),
    );
    await writeFile(log, await control.download(logExport, { params }));
    const replayed = await replayCheck(
      runtime.kernel.db,
      areas.map(({ projector }) => projector),
    );
    return [
      ...(await outcome(exercise, cast, stage)),
      line('verify', 'ok', said(await verifyFile(log))),
      line('flipped', 'fault', said(await verifyFlipped(log)).replace(/^fault.*/, 'fault')),
      line('replay', 'ok', replayed.first ? `${replayed.first.table}` : 'ok'),
    ];
  } finally {
    await runtime.close();
    await rm(place, { recursive: true, force: true });
  }
}

/** What the API says of the exercise, beside what was published. */
async function outcome({ facts }: Exercise, { plan, officers }: Cast, stage: Stage): Promise<Line[]> {
  const [control] = stage.control;
  if (!control) throw new Error('Nobody is in control.');
  const params = { drill: stage.drill };
  const recognised = await everyPage(async (after) =>
    control.call(claimList, { params, query: { status: 'accepted', limit: 200, ...after } }),
  );
  const { items: people } = await control.call(drillPeople, { params });
  const experts = people.filter(({ role }) => role !== 'control' && role !== 'observer').length;
  const counted = (severity: string) => recognised.filter(({ decidedSeverity }) => decidedSeverity === severity).length;
  const hours = ((plan.drill.endsAt ?? 0) - plan.drill.startsAt) / 3_600_000;
  const lines = [
    line('recognised', facts.recognised, recognised.length),
    line('critical', facts.findings.critical ?? 0, counted('critical')),
    ...(facts.findings.high === undefined ? [] : [line('high', facts.findings.high, counted('high'))]),
    { ...line('experts', `> ${facts.expertsMoreThan}`, experts), good: experts > facts.expertsMoreThan },
    ...(facts.hours === null ? [] : [line('hours', facts.hours, hours)]),
    ...(facts.targets === null ? [] : [line('targets', facts.targets, stage.targets.size)]),
  ];
  if (!facts.allFixed) return lines;
  const fixed = new Set<string>();
  for (const officer of officers)
    for (const { claimId } of await everyPage((after) =>
      officer.call(remediationList, { query: { fromDrill: stage.drill, status: 'retested', limit: 200, ...after } }),
    ))
      fixed.add(claimId);
  return [...lines, line('fixed', facts.recognised, fixed.size)];
}

async function everyPage<T>(
  read: (after: { after?: string }) => Promise<{ items: T[]; next: string | null }>,
): Promise<T[]> {
  const all: T[] = [];
  for (let next: string | null | undefined; ;) {
    const page = await read(next ? { after: next } : {});
    all.push(...page.items);
    next = page.next;
    if (!next) return all;
  }
}

function line(what: Line['what'], expected: string | number, found: string | number): Line {
  return { what, expected: String(expected), found: String(found), good: String(expected) === String(found) };
}

function verifyFile(file: string): Promise<Verdict> {
  return verifyLog(createReadStream(file, 'utf8'), nodeTools);
}

/** The same file with one bit changed in the middle. */
async function verifyFlipped(file: string): Promise<Verdict> {
  const bytes = await readFile(file);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  return verifyLog([bytes.toString('utf8')], nodeTools);
}

function said(verdict: Verdict): string {
  return verdict.ok ? 'ok' : `fault ${verdict.fault.line} ${verdict.fault.code}`;
}
