import { claimDecide } from '#api/contract/adjudication.ts';
import { claimDraft } from '#api/contract/claims.ts';
import type { Decision, FindingFields, ScoringRules } from '#api/domain/drill/claim.ts';
import { suggestedRules } from '#api/domain/drill/rules.ts';
import type { NewEvent } from '#api/domain/event.ts';
import { samplePlan, teamFormed } from '#test/drill-events.ts';
import { givenApp, units } from '#test/given.ts';
import type { App, Dialect } from '#test/given.ts';
import { hour } from '#test/domain/drill-log.ts';

export const drill = 'drill-1';
export const drillStream = `drill:${drill}`;
export const boardCode = 'ABCD2345';

export interface Play extends App {
  /** A finding of a team, submitted; answers its id. */
  submit(team: 'red' | 'red2', change?: Partial<FindingFields>): Promise<string>;
  decide(claim: string, decision?: Decision): Promise<{ points: number }>;
}

export const accepted: Decision = {
  outcome: 'accepted',
  severity: 'high',
  impacts: ['data'],
  impactEvidence: true,
  reason: '',
};

/** A live drill of twelve hours: attack teams of a vendor and of the police, one of defence, two judges of the police. */
export async function givenPlay(
  dialect: Dialect,
  { freezeMinutes = null as number | null, rules = {} as Partial<ScoringRules> } = {},
): Promise<Play> {
  const app = await givenApp(dialect);
  const plan = samplePlan(app.clock.now(), { freezeMinutes });
  const target = (id: string): NewEvent => ({
    type: 'drill.target_added',
    subject: id,
    payload: { target: { id, systemId: null, name: `Cổng ${id}`, ownerOrganisationId: null, scope: [], level: null } },
  });
  await app.given(drillStream, [
    {
      type: 'drill.drafted',
      subject: null,
      payload: { plan, phases: [], rules: { ...suggestedRules, ...rules }, scenarioHash: null },
    },
    target('t1'),
    target('t2'),
    teamFormed('team-red', 'red', { name: 'Đội Sao Khuê', organisationIds: [units.vendor] }),
    teamFormed('team-red2', 'red', { name: 'Đội Bình Minh', organisationIds: [units.police] }),
    teamFormed('team-blue', 'blue', { name: 'Đội Lá Chắn', organisationIds: [units.department] }),
  ]);
  await app.seat(drill, 'control', 'control');
  await app.seat(drill, 'judge', 'judge');
  await app.seat(drill, 'judge2', 'judge');
  await app.seat(drill, 'red', 'red', 'team-red', true);
  await app.seat(drill, 'red2', 'red', 'team-red2', true);
  await app.seat(drill, 'blue', 'blue', 'team-blue', true);
  await app.seat(drill, 'observer', 'observer');
  for (const login of ['red', 'red2', 'blue'] as const) await app.accept(drill, login);
  const freezeAfterMs = freezeMinutes === null ? null : 12 * hour - freezeMinutes * 60_000;
  await app.given(drillStream, [
    { type: 'drill.started', subject: null, payload: { durationMs: 12 * hour, freezeAfterMs } },
  ]);
  app.clock.pass(60_000);

  const submit: Play['submit'] = async (login, change = {}) => {
    const body = {
      title: 'SQL injection ở trang tra cứu',
      targetId: 't1',
      severity: 'high' as const,
      description: 'Tham số id không được kiểm tra.',
      submit: true,
      ...change,
    };
    app.clock.pass(1_000);
    return (await (await app.as(login)).call(claimDraft, { params: { drill }, body })).id;
  };
  const decide: Play['decide'] = async (claim, decision = accepted) => {
    app.clock.pass(1_000);
    return (await app.as('judge')).call(claimDecide, { params: { drill, claim }, body: { decision } });
  };
  return Object.assign(Object.create(app) as App, { submit, decide });
}
