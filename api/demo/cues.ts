import { sampleFindings, sampleTickets } from '#db/reference/sample-province.ts';
import type { SampleFinding } from '#db/reference/sample-province.ts';
import { boardFreeze } from '../contract/board.ts';
import { claimReply } from '../contract/claims.ts';
import { claimRequestInfo } from '../contract/adjudication.ts';
import { scoreAdjust } from '../contract/scores.ts';
import { drillAnnounce, injectDeliver } from '../contract/run-sheet.ts';
import { drillPause, drillResume } from '../contract/drill-life.ts';
import { commentActs, transitionActs } from '../contract/ticket-acts.ts';
import { incidentCreate } from '../contract/incidents.ts';
import { formatDateTime } from '../domain/format.ts';
import { answerSteps, decide, grade, report, verify } from '../rehearse/acts.ts';
import { sequence } from '../rehearse/score.ts';
import type { Stage } from '../rehearse/stage.ts';
import type { Cast } from './cast.ts';
import { attachText } from './evidence.ts';
import { incidents, scene } from './words.ts';

/** One act. `at`: ms after the start at speed 1; `pause`: ms by which everything after it waits. */
export interface Cue {
  at: number;
  act: () => Promise<unknown>;
  pause?: number;
}

const second = 1_000;
const criteria = ['detection', 'timeliness', 'response', 'reporting', 'readiness'];

/** Everything that happens while the drill runs, `length` ms long, by time. */
export function cuesOf(stage: Stage, cast: Cast, length: number): Cue[] {
  return [...findings(stage, length), ...controlRoom(stage, cast, length), ...realIncidents(cast, length)].sort(
    (a, b) => a.at - b.at,
  );
}

/** Attack teams report, the organisers verify, judges decide, defence teams answer. The first points stand on the board within seconds. */
function findings(stage: Stage, length: number): Cue[] {
  const random = sequence(24);
  const red = stage.teams.filter(({ side }) => side === 'red');
  const blue = stage.teams.filter(({ side }) => side === 'blue');
  const list = sampleFindings.filter(({ system }) => stage.targets.has(system));
  const cues: Cue[] = [];
  const claims: { id: string; finding: SampleFinding; target: string }[] = [];
  const step = (length * 0.9) / (list.length * 1.25);
  let at = 1 * second;

  for (let i = 0; i < list.length * 1.25; i += 1, at += i < 4 ? 1.5 * second : step * (0.7 + random(60) / 100)) {
    const repeat = i % 5 === 4;
    const original = repeat ? i - 2 : null;
    const finding = list[(repeat ? (original ?? 0) : i) % list.length];
    if (!finding) break;
    const target = stage.targets.get(finding.system) ?? '';
    const team = red[(i * 5 + (repeat ? 1 : 0)) % red.length];
    const author = team?.members[i % team.members.length];
    const [control, judge] = [stage.control[i % stage.control.length], stage.judges[i % stage.judges.length]];
    if (!author || !control || !judge) break;
    const own = { id: '', finding, target };
    // A team looks at what it found for a while before it reports.
    const looked = (60 + random(150)) * second;
    claims[i] = own;

    cues.push({
      at,
      act: async () =>
        (own.id = await report(author, stage, { ...finding, targetId: target, foundAt: Date.now() - looked })),
    });
    const file = `bang-chung-${i + 1}.txt`;
    cues.push({
      at: at + 0.5 * second,
      act: () => attachText(author, stage, own.id, file, scene.evidence(finding.title, formatDateTime(Date.now()))),
    });
    const asked = i % 9 === 6;
    if (asked) {
      const params = () => ({ drill: stage.drill, claim: own.id });
      cues.push({
        at: at + 2 * second,
        act: () => control.call(claimRequestInfo, { params: params(), body: { question: scene.question } }),
      });
      cues.push({
        at: at + 5 * second,
        act: () => author.call(claimReply, { params: params(), body: { reply: scene.reply } }),
      });
    }
    const judged = at + (asked ? 12 : i < 3 ? 4 : 8) * second;
    cues.push({ at: judged - 2 * second, act: () => verify(control, stage, own.id, finding.severity, i) });
    const { severity, impacts } = finding;
    cues.push({
      at: judged,
      act: () => {
        const first = original === null ? undefined : claims[original];
        if (first?.finding === finding)
          return decide(judge, stage, own.id, { outcome: 'duplicate', of: first.id, severity, impacts }, i);
        return decide(
          judge,
          stage,
          own.id,
          i % 11 === 8 ? { outcome: 'rejected' } : { outcome: 'accepted', severity, impacts },
          i,
        );
      },
    });

    const sample = sampleTickets.find(({ finding: answered }) => answered === finding.key);
    const defence = blue.filter(({ targets }) => targets.includes(finding.system));
    const defender = defence[i % Math.max(1, defence.length)]?.members[i % 2];
    const grader = stage.judges[(i + 1) % stage.judges.length];
    if (!sample || !defender || !grader || repeat) continue;
    let ticket = '';
    let then = at + (2 + random(6)) * second;
    for (const work of answerSteps(defender, stage, target, sample, severity)) {
      cues.push({ at: then, act: async () => (ticket = await work()) });
      then += (3 + random(5)) * second;
    }
    const marks = Object.fromEntries(criteria.map((criterion) => [criterion, 50 + random(51)]));
    cues.push({ at: then + 3 * second, act: () => grade(grader, stage, ticket, marks) });
  }
  return cues;
}

/** What the organisers do besides: announcements, a situation, a pause, a bonus, the freeze. */
function controlRoom({ drill, control: [chief], teams }: Stage, { plan }: Cast, length: number): Cue[] {
  if (!chief) return [];
  const params = { drill };
  const announce = (text: string, audience: 'everyone' | 'red' | 'blue', mustRead = false) =>
    chief.call(drillAnnounce, { params, body: { text, audience, mustRead } });
  const teamIds = teams.filter(({ side }) => side === 'blue').map(({ id }) => id);
  const best = teams[0]?.id ?? '';
  return [
    { at: 0.5 * second, act: () => announce(scene.welcome, 'everyone') },
    {
      at: length * 0.22,
      act: () => chief.call(injectDeliver, { params, body: { injectId: 'canh-bao-quet-cong', teamIds } }),
    },
    { at: length * 0.35, act: () => announce(scene.unblock, 'blue', true) },
    {
      at: length * 0.45,
      act: () => chief.call(drillPause, { params, body: { reason: scene.pause } }),
      pause: 8 * second,
    },
    { at: length * 0.45 + 1, act: () => chief.call(drillResume, { params, body: { reason: scene.resume } }) },
    { at: length * 0.52, act: () => announce(scene.half, 'everyone') },
    {
      at: length * 0.6,
      act: () =>
        chief.call(scoreAdjust, { params, body: { teamId: best, points: 1_500, rule: 'bonus', reason: scene.bonus } }),
    },
    ...(plan.drill.freezeMinutes === null
      ? [{ at: length * 0.8, act: () => chief.call(boardFreeze, { params, body: { reason: scene.freeze } }) }]
      : []),
  ];
}

/** The rest of the year does not wait: officers log what really happened (in the sample). */
function realIncidents({ people, systems }: Cast, length: number): Cue[] {
  return incidents.flatMap(({ login, system, title, severity }, i): Cue[] => {
    const officer = people.get(login);
    if (!officer) return [];
    const at = length * (0.08 + 0.2 * i);
    let incident = '';
    const step = (to: 'acknowledged' | 'in_progress') => () =>
      officer.call(transitionActs.real, { params: { incident }, body: { to } });
    return [
      {
        at,
        act: async () => {
          const body = { title, severity, systemId: systems.get(system) ?? null };
          incident = (await officer.call(incidentCreate, { body })).id;
        },
      },
      { at: at + 9 * second, act: step('acknowledged') },
      { at: at + 20 * second, act: step('in_progress') },
      {
        at: at + 26 * second,
        act: () => officer.call(commentActs.real, { params: { incident }, body: { text: scene.observation } }),
      },
    ];
  });
}
