import { expect, test } from 'vitest';
import { clockReportActs, taskAddActs, assignActs } from '#api/contract/ticket-acts.ts';
import { incidentCreate, ticketCreate, incidentList } from '#api/contract/incidents.ts';
import { postureHome, postureRead, postureSystems, postureUnits } from '#api/contract/posture.ts';
import { remediationFix, remediationList, remediationRetest, remediationSchedule } from '#api/contract/remediation.ts';
import { workRead } from '#api/contract/work.ts';
import type { FindingFields } from '#api/domain/drill/claim.ts';
import type { NewEvent } from '#api/domain/event.ts';
import { replayCheck } from '#api/log/replay.ts';
import { accountId, eachDialect, givenApp, units } from '#test/given.ts';
import type { App } from '#test/given.ts';
import { systemRegistered } from '#test/system-registered.ts';
import { givenDrill } from './incident-drill-given.ts';

const hour = 3_600_000;
const drill = 'drill-1';

const finding = (title: string): FindingFields => ({
  targetId: 'target-1',
  title,
  endpoint: '',
  techniqueId: null,
  severity: 'high',
  impacts: ['data'],
  foundAt: 0,
  description: 'Mô tả',
  fixNow: 'Chặn',
  fixLong: 'Vá',
});

/** Three findings: one recognised, one rejected, one undecided; then the drill is published. */
async function publishedDrill(app: App): Promise<void> {
  await givenDrill(app, drill);
  const claim = (claimId: string, number: string): NewEvent[] => [
    {
      type: 'claim.drafted',
      subject: claimId,
      payload: { claimId, teamId: 'team-red', finding: finding(`Lỗ hổng ${claimId}`) },
    },
    { type: 'claim.submitted', subject: claimId, payload: { claimId, number, foundAt: app.clock.now() } },
  ];
  await app.given(`drill:${drill}`, [
    ...claim('c1', 'PH-0001'),
    ...claim('c2', 'PH-0002'),
    ...claim('c3', 'PH-0003'),
    {
      type: 'claim.decided',
      subject: 'c1',
      payload: {
        claimId: 'c1',
        supersedes: null,
        decision: { outcome: 'accepted', severity: 'critical', impacts: ['data'], impactEvidence: true, reason: 'Rõ' },
      },
    },
    {
      type: 'claim.decided',
      subject: 'c2',
      payload: { claimId: 'c2', supersedes: null, decision: { outcome: 'rejected', reason: 'Không tái hiện được' } },
    },
  ]);
}
const publish = (app: App) =>
  app.given(`drill:${drill}`, [{ type: 'drill.published', subject: null, payload: { prizes: [] } }]);

eachDialect((dialect) => {
  test('a head sees one page of facts about the own unit; every number has its list', async () => {
    const app = await givenApp(dialect);
    await app.given('registry', [
      systemRegistered('system-1'),
      systemRegistered('s2', {
        dossier: {
          status: 'drafting',
          decisionNumber: null,
          decisionDate: null,
          decisionAuthority: null,
          approvalDue: '2027-01-01',
        },
      }),
      systemRegistered('s3', { level: null, lastAssessedOn: '2026-05-05' }),
      systemRegistered('s4', { ownerId: units.commune, operatorId: units.commune }),
      {
        type: 'information_system.contact_set',
        subject: 'system-1',
        payload: {
          systemId: 'system-1',
          contactId: 'k1',
          confirmedOn: '2026-11-01',
          accountId: null,
          name: 'A',
          duty: '',
          phone: '',
          email: '',
        },
      },
      {
        type: 'information_system.contact_set',
        subject: 'system-1',
        payload: {
          systemId: 'system-1',
          contactId: 'k2',
          confirmedOn: '2026-01-01',
          accountId: null,
          name: 'B',
          duty: '',
          phone: '',
          email: '',
        },
      },
    ]);
    await publishedDrill(app);
    const head = await app.as('head');
    expect((await head.call(postureHome)).organisations.map(({ id }) => id)).toEqual([units.department]);
    const params = { organisation: units.department };
    const { figures, year, units: below } = await head.call(postureRead, { params });
    const pair = ({ n, of }: { n: number | null; of: number | null }) => [n, of];
    expect(year).toBe(2026);
    expect(pair(figures.systems)).toEqual([3, null]);
    expect(pair(figures.approved)).toEqual([2, 3]);
    expect(pair(figures.assessed)).toEqual([1, 2]);
    expect(pair(figures.drilled)).toEqual([1, 2]);
    expect(pair(figures.contactsFresh)).toEqual([1, 2]);
    expect(figures.onTime).toEqual({ n: null, of: null, list: null });
    expect(figures.findingsOpen.n).toBeNull();
    expect(below).toBe(0);
    expect(await head.call(postureUnits, { params, query: {} })).toEqual({ items: [], next: null, total: 0 });
    expect((await head.refused(postureUnits, { params: { organisation: units.province }, query: {} })).code).toBe(
      'not_found',
    );
    for (const figure of ['approved', 'assessed', 'drilled'] as const)
      expect((await head.call(postureSystems, { params, query: { figure } })).items).toHaveLength(
        figures[figure].n ?? -1,
      );
    expect(
      (await head.call(postureSystems, { params, query: { figure: 'approved', side: 'rest' } })).items.map(
        ({ id }) => id,
      ),
    ).toEqual(['s2']);
    expect((await head.refused(postureRead, { params: { organisation: units.commune } })).code).toBe('not_found');
    expect((await head.refused(postureRead, { params: { organisation: units.province } })).code).toBe('not_found');
    expect((await (await app.as('user')).refused(postureRead, { params })).code).toBe('forbidden');
  });

  test('the leader sees the province with its units; drill tickets are in no number', async () => {
    const app = await givenApp(dialect);
    await app.given('registry', [
      systemRegistered('system-1'),
      systemRegistered('s4', { ownerId: units.commune, operatorId: units.commune }),
    ]);
    await givenDrill(app, drill);
    await app.seat(drill, 'blue', 'blue', 'team-blue');
    await app.accept(drill, 'blue');
    await (await app.as('blue')).call(ticketCreate, { params: { drill }, body: { title: 'Diễn tập' } });
    const officer = await app.as('officer');
    const { id } = await officer.call(incidentCreate, {
      body: { title: 'Sự cố', detectedAt: app.clock.now() - 80 * hour },
    });
    const { id: second } = await officer.call(incidentCreate, { body: { title: 'Sự cố khác', systemId: 'system-1' } });
    const leader = await app.as('leader');
    const params = { organisation: units.province };
    const before = await leader.call(postureRead, { params });
    expect([before.figures.open.n, before.figures.overdue.n, before.figures.received.n]).toEqual([2, 1, 2]);
    expect([before.figures.onTime.n, before.figures.onTime.of]).toEqual([0, 1]);
    // "Ngay" is owed at once for both and never becomes late; then the hours, the earliest first.
    expect(before.deadlines.map(({ ticketId, atOnce, overdue }) => [ticketId, atOnce, overdue])).toEqual([
      [id, true, false],
      [second, true, false],
      [id, false, true],
      [second, false, false],
    ]);
    const children = (await leader.call(postureUnits, { params, query: {} })).items;
    const department = children.find((child) => child.id === units.department);
    expect(department).toMatchObject({ ranked: false, open: { n: 2 }, overdue: { n: 1 }, onTime: { n: 0, of: 1 } });
    expect(children.find((child) => child.id === units.commune)).toMatchObject({
      open: { n: 0 },
      onTime: { n: null },
    });

    // Read by pages, nobody is left out or told twice.
    expect(before.units).toBe(children.length);
    const paged: string[] = [];
    for (let after: string | undefined; ;) {
      const query = { limit: 2, ...(after && { after }) };
      const page = await leader.call(postureUnits, { params, query });
      expect(page).toMatchObject({ total: children.length });
      paged.push(...page.items.map((unit) => unit.id));
      if (page.next === null) break;
      after = page.next;
    }
    expect(paged).toEqual(children.map((unit) => unit.id));

    await officer.call(clockReportActs.real, {
      params: { incident: second },
      body: { code: 'full_72h', channel: 'Văn bản', receiver: 'PA05' },
    });
    const after = await leader.call(postureRead, { params });
    expect([after.figures.onTime.n, after.figures.onTime.of]).toEqual([1, 2]);
    const { list } = after.figures.overdue;
    expect((await leader.call(incidentList, { query: list?.query as never })).total).toBe(after.figures.overdue.n);
    expect((await leader.call(postureHome)).organisations.map((one) => one.id)).toEqual([units.province]);
    expect(after.comparison).toMatchObject({ before: null, now: { incidents: 2, findings: 0 } });
    app.clock.pass(31 * 24 * hour);
    expect((await (await app.as('admin')).call(postureRead, { params })).comparison).toMatchObject({
      before: { incidents: 2, findings: 0 },
      now: { incidents: 2, findings: 0 },
    });
  });

  test('a recognised finding becomes work of the owner when the drill is published, and is re-tested by somebody else', async () => {
    const app = await givenApp(dialect);
    await app.given('registry', [systemRegistered('system-1')]);
    await publishedDrill(app);
    await app.seat(drill, 'control', 'control');
    const officer = await app.as('officer');
    const params = { claim: 'c1' };
    expect((await officer.call(remediationList, { query: {} })).items).toEqual([]);
    expect((await officer.refused(remediationFix, { params, body: {} })).code).toBe('not_found');
    await publish(app);
    const { items } = await officer.call(remediationList, { query: {} });
    expect(items).toMatchObject([
      {
        claimId: 'c1',
        number: 'PH-0001',
        severity: 'critical',
        status: 'open',
        title: 'Lỗ hổng c1',
        mayFix: true,
        organisationId: units.department,
      },
    ]);
    expect((await (await app.as('leader')).call(remediationList, { query: {} })).items).toMatchObject([
      { claimId: 'c1', title: null, fixNow: null },
    ]);
    expect((await (await app.as('commune-officer')).call(remediationList, { query: {} })).items).toEqual([]);
    expect((await (await app.as('red')).call(remediationList, { query: {} })).items).toEqual([]);

    await (await app.as('head')).call(remediationSchedule, { params, body: { dueAt: app.clock.now() + 240 * hour } });
    await officer.call(remediationFix, { params, body: { note: 'Đã vá' } });
    expect((await officer.refused(remediationRetest, { params, body: { passed: true } })).code).toBe(
      'remediation.same_person',
    );
    expect(
      (await (await app.as('commune-officer')).refused(remediationRetest, { params, body: { passed: true } })).code,
    ).toBe('not_found');
    const control = await app.as('control');
    await control.call(remediationRetest, { params, body: { passed: false, note: 'Còn lỗi' } });
    await officer.call(remediationFix, { params, body: { note: 'Vá lại' } });
    await control.call(remediationRetest, { params, body: { passed: true } });
    const { figures } = await (await app.as('head')).call(postureRead, { params: { organisation: units.department } });
    expect([figures.findingsOpen.n, figures.retested.n, figures.retested.of]).toEqual([0, 1, 1]);
    expect((await replayCheck(app.kernel.db, app.kernel.projectors)).first).toBeNull();
  });

  test('my work: tickets, tasks, deadlines, and the next act in each drill', async () => {
    const app = await givenApp(dialect);
    const officer = await app.as('officer');
    const { id } = await officer.call(incidentCreate, { body: { title: 'Sự cố' } });
    const params = { incident: id };
    await officer.call(assignActs.real, { params, body: { assignee: accountId('staff') } });
    await officer.call(taskAddActs.real, { params, body: { title: 'Không hẹn ngày', assignee: accountId('staff') } });
    app.clock.pass(1_000);
    await officer.call(taskAddActs.real, {
      params,
      body: { title: 'Có hẹn', assignee: accountId('staff'), dueAt: app.clock.now() + hour },
    });
    await publishedDrill(app);
    await app.seat(drill, 'control', 'control');
    await app.seat(drill, 'judge', 'judge');
    const staff = await (await app.as('staff')).call(workRead);
    expect(staff.tickets.map((one) => one.id)).toEqual([id]);
    expect(staff.tasks.map(({ title }) => title)).toEqual(['Có hẹn', 'Không hẹn ngày']);
    expect(staff.deadlines.map(({ code }) => code)).toEqual(['immediate', 'full_72h']);
    expect((await (await app.as('commune-officer')).call(workRead)).deadlines).toEqual([]);
    const { drills } = await (await app.as('control')).call(workRead);
    expect(drills).toMatchObject([{ id: drill, role: 'control', status: 'live' }]);
    expect(drills[0]?.acts).toEqual(
      expect.arrayContaining([
        { code: 'accept_rules', count: 1 },
        { code: 'sign_pledge', count: 1 },
        { code: 'claims_to_verify', count: 1 },
      ]),
    );
    await publish(app);
    expect((await (await app.as('control')).call(workRead)).drills).toEqual([]);
  });
});
