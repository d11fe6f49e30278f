import { drillAnnounce } from '#api/contract/run-sheet.ts';
import { drillApprove, drillPrepare, drillStart } from '#api/contract/drill-life.ts';
import { drillCreate, targetAdd } from '#api/contract/drill-plan.ts';
import { drillRead } from '#api/contract/drill-views.ts';
import { gateRead, gateRecord } from '#api/contract/gate.ts';
import { memberAcceptRules, memberSignPledge, seatGive, teamAddresses, teamCreate } from '#api/contract/teams.ts';
import { accountId, units } from '#test/given.ts';
import type { App } from '#test/given.ts';
import { start } from '#test/clock.ts';

export const hour = 3_600_000;
export const scenarioId = 'tan-cong-thuc-chien-so-nganh';

export interface PlannedDrill {
  id: string;
  red: string;
  blue: string;
  target: string;
}

/** A drill made from a shipped scenario through the API, one hour ahead; the organiser is in control. */
export async function plannedDrill(
  app: App,
  change: { startsAt?: number; revealTargetsAt?: number } = {},
): Promise<PlannedDrill> {
  const organiser = await app.as('organiser');
  const startsAt = change.startsAt ?? start + hour;
  const { id } = await organiser.call(drillCreate, {
    body: {
      name: 'Diễn tập tỉnh Vĩnh Long (mẫu)',
      hostOrganisationId: units.province,
      scenarioId,
      startsAt,
      revealTargetsAt: change.revealTargetsAt ?? startsAt,
      emergencyContact: 'Trực ban 0900 000 000 (mẫu)',
    },
  });
  const params = { drill: id };
  const target = await organiser.call(targetAdd, {
    params,
    body: {
      systemId: null,
      name: 'CANARY-target',
      ownerOrganisationId: units.department,
      scope: ['dvc.mau.example'],
      level: 3,
    },
  });
  const red = await organiser.call(teamCreate, {
    params,
    body: { name: 'Đội Đỏ 1', side: 'red', organisationIds: [units.vendor], targetIds: [target.id] },
  });
  const blue = await organiser.call(teamCreate, {
    params,
    body: { name: 'CANARY-blue', side: 'blue', organisationIds: [units.department], targetIds: [target.id] },
  });
  const seats = [
    ['judge', 'judge', null],
    ['red', 'red', red.id],
    ['blue', 'blue', blue.id],
    ['observer', 'observer', null],
  ] as const;
  for (const [login, role, teamId] of seats)
    await organiser.call(seatGive, {
      params,
      body: { accountId: accountId(login), role, teamId, captain: teamId !== null },
    });
  return { id, red: red.id, blue: blue.id, target: target.id };
}

export async function approve(app: App, { id }: PlannedDrill): Promise<void> {
  const body = { decisionNumber: '12/QĐ-UBND (mẫu)', decidedOn: '2026-11-10', fileId: null };
  await (await app.as('organiser')).call(drillApprove, { params: { drill: id }, body });
}

/** Everything the start gate asks for, put on record by those who may. */
export async function completeGate(app: App, { id, red, target }: PlannedDrill): Promise<void> {
  const params = { drill: id };
  const organiser = await app.as('organiser');
  const record = { reference: '34/CV (mẫu)', on: '2026-11-12', fileId: null, note: '' };
  for (const item of ['target_consent', 'backup_confirmed'] as const)
    await organiser.call(gateRecord, { params, body: { item, targetId: target, ...record } });
  for (const item of ['force_notified', 'rollback_plan'] as const)
    await organiser.call(gateRecord, { params, body: { item, targetId: null, ...record } });
  await (
    await app.as('red')
  ).call(teamAddresses, { params: { drill: id, team: red }, body: { addresses: ['192.0.2.10', '198.51.100.0/24'] } });
  for (const login of ['red', 'blue'] as const) {
    const member = await app.as(login);
    const { rulesHash } = await member.call(drillRead, { params });
    await member.call(memberAcceptRules, { params, body: { rulesHash } });
    await member.call(memberSignPledge, { params });
  }
}

/** A drill in play. */
export async function liveDrill(app: App): Promise<PlannedDrill> {
  const drill = await plannedDrill(app);
  const params = { drill: drill.id };
  const organiser = await app.as('organiser');
  await approve(app, drill);
  await organiser.call(drillPrepare, { params });
  await completeGate(app, drill);
  const answer = await organiser.call(drillStart, { params });
  if (!answer.started)
    throw new Error(
      `not started: ${answer.missing.join(', ')} ${JSON.stringify(await organiser.call(gateRead, { params }))}`,
    );
  return drill;
}

export const announceTo = async (app: App, drill: string, audience: 'everyone' | 'red' | 'blue', text: string) =>
  (await app.as('organiser')).call(drillAnnounce, { params: { drill }, body: { text, audience, mustRead: false } });
