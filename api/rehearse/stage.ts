import { boardCodeCreate } from '../contract/board-code.ts';
import { drillApprove, drillPrepare, drillStart } from '../contract/drill-life.ts';
import { drillCreate, targetAdd } from '../contract/drill-plan.ts';
import { drillRead } from '../contract/drill-views.ts';
import { gateRead, gateRecord } from '../contract/gate.ts';
import type { RequestOf } from '../contract/operation.ts';
import { memberAcceptRules, memberSignPledge, seatGive, teamAddresses, teamCreate } from '../contract/teams.ts';
import { isoDate } from '../domain/zone.ts';
import type { Person } from './person.ts';

export interface StageTeam {
  key: string;
  name: string;
  side: 'red' | 'blue';
  organisationIds: string[];
  /** Keys of targets; empty = all. */
  targets: string[];
  addresses: string[];
  /** The first is the captain. */
  members: Person[];
}

export interface StagePlan {
  drill: RequestOf<typeof drillCreate>['body'];
  /** What the papers are called: number of the decision, of the letters. */
  papers: { decision: string; consent: string; notice: string; backup: string; rollback: string };
  targets: {
    key: string;
    name: string;
    systemId: string | null;
    ownerOrganisationId: string | null;
    scope: string[];
    level: number | null;
  }[];
  organiser: Person;
  control: Person[];
  judges: Person[];
  observers: Person[];
  teams: StageTeam[];
}

export interface Stage {
  drill: string;
  /** Of the board in the hall. */
  code: string;
  control: Person[];
  judges: Person[];
  targets: Map<string, string>;
  teams: (StageTeam & { id: string })[];
}

/** From a plan to a drill that may start: decision, targets, teams, acceptances, papers of the start gate. Throws what is refused. */
export async function setStage(plan: StagePlan, now: () => number): Promise<Stage> {
  const { organiser } = plan;
  const { id: drill } = await organiser.call(drillCreate, { body: plan.drill });
  const params = { drill };
  const targets = new Map<string, string>();
  for (const { key, ...body } of plan.targets) targets.set(key, (await organiser.call(targetAdd, { params, body })).id);
  await organiser.call(drillApprove, {
    params,
    body: { decisionNumber: plan.papers.decision, decidedOn: isoDate(now()), fileId: null },
  });
  await organiser.call(drillPrepare, { params });

  const seat = (
    person: Person,
    role: 'control' | 'judge' | 'observer' | 'red' | 'blue',
    teamId: string | null = null,
    captain = false,
  ) => organiser.call(seatGive, { params, body: { accountId: person.id, role, teamId, captain } });
  for (const person of plan.control) if (person !== organiser) await seat(person, 'control');
  for (const person of plan.judges) await seat(person, 'judge');
  for (const person of plan.observers) await seat(person, 'observer');

  const teams: Stage['teams'] = [];
  for (const team of plan.teams) {
    const { name, side, organisationIds, addresses, members } = team;
    const targetIds = team.targets.map((key) => targets.get(key) ?? key);
    const { id } = await organiser.call(teamCreate, { params, body: { name, side, organisationIds, targetIds } });
    for (const [i, member] of members.entries()) await seat(member, side, id, i === 0);
    if (addresses.length > 0)
      await members[0]?.call(teamAddresses, { params: { drill, team: id }, body: { addresses } });
    teams.push({ ...team, id });
  }
  await Promise.all(teams.flatMap(({ members }) => members).map((member) => promise(member, drill)));
  await recordPapers(plan, drill, now());
  const { code } = await organiser.call(boardCodeCreate, { params });
  const control = [organiser, ...plan.control.filter((person) => person !== organiser)];
  return { drill, code, control, judges: plan.judges, targets, teams };
}

/** A member reads and accepts the Nội quy that stands, and signs the pledge. */
async function promise(member: Person, drill: string): Promise<void> {
  const { rulesHash } = await member.call(drillRead, { params: { drill } });
  await member.call(memberAcceptRules, { params: { drill }, body: { rulesHash } });
  await member.call(memberSignPledge, { params: { drill } });
}

/** Puts on record whatever the gate still misses. */
async function recordPapers({ organiser, papers }: StagePlan, drill: string, now: number): Promise<void> {
  const params = { drill };
  const reference: Record<string, string> = {
    decision: papers.decision,
    target_consent: papers.consent,
    force_notified: papers.notice,
    backup_confirmed: papers.backup,
    rollback_plan: papers.rollback,
  };
  const { lines } = await organiser.call(gateRead, { params });
  for (const { item, targetId, status } of lines) {
    if (status !== 'missing' || reference[item] === undefined) continue;
    const body = { item, targetId, reference: reference[item], on: isoDate(now), fileId: null, note: '' };
    await organiser.call(gateRecord, { params, body });
  }
}

/** Starts the drill. Throws with what is missing when the gate refuses. */
export async function raiseCurtain(stage: Stage): Promise<void> {
  const [control] = stage.control;
  const answer = await control?.call(drillStart, { params: { drill: stage.drill } });
  if (!answer?.started) throw new Error(`The start gate refuses: ${answer?.missing.join(', ')}`);
}
