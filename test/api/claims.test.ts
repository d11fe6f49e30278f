import { describe, expect, it } from 'vitest';
import {
  claimCorrect,
  claimDecide,
  claimHold,
  claimRequestInfo,
  claimUndoDecision,
  claimUndoVerification,
  claimVerify,
} from '#api/contract/adjudication.ts';
import { claimDraft, claimReply, claimSubmit, claimUpdate, claimWithdraw } from '#api/contract/claims.ts';
import { claimList, claimQueue, claimRead } from '#api/contract/claim-views.ts';
import { scoreAdjust, scoreWhy } from '#api/contract/scores.ts';
import { techniqueSearch } from '#api/contract/techniques.ts';
import { ticketGrade, ticketGrades } from '#api/contract/ticket-grades.ts';
import { ticketCreate } from '#api/contract/incidents.ts';
import { hour } from '#test/domain/drill-log.ts';
import { eachDialect } from '#test/given.ts';
import { accepted, drill, drillStream, givenPlay } from './drill-play.ts';

const of = (claim: string) => ({ params: { drill, claim } });

eachDialect((dialect) => {
  describe('a finding', () => {
    it('goes from draft through question and verification to points', async () => {
      const app = await givenPlay(dialect);
      const [red, control, judge] = [await app.as('red'), await app.as('control'), await app.as('judge')];
      const { id, number } = await red.call(claimDraft, { params: { drill }, body: { title: 'Lỗ hổng' } });
      expect(number).toBeNull();
      expect((await red.refused(claimSubmit, of(id))).issues.map((issue) => issue.path[0])).toEqual([
        'description',
        'targetId',
      ]);
      const body = {
        title: 'Lỗ hổng',
        targetId: 't1',
        severity: 'high' as const,
        description: 'Chi tiết',
        techniqueId: 'T1190',
      };
      await red.call(claimUpdate, { ...of(id), body: { ...body, revision: 0 } });
      const late = { ...body, title: 'Đè', revision: 0 };
      expect((await red.refused(claimUpdate, { ...of(id), body: late })).code).toBe('conflict.stale');
      expect(await red.call(claimSubmit, of(id))).toEqual({ number: 'PH-1-001' });
      await control.call(claimRequestInfo, { ...of(id), body: { question: 'Ảnh tác động?' } });
      expect(await red.call(claimRead, of(id))).toMatchObject({ status: 'needs_info', question: 'Ảnh tác động?' });
      await red.call(claimReply, { ...of(id), body: { reply: 'Đã bổ sung.' } });
      await control.call(claimVerify, { ...of(id), body: { severity: 'high', note: '' } });
      expect(await judge.call(claimDecide, { ...of(id), body: { decision: accepted } })).toEqual({ points: 6_000 });
      const seen = await red.call(claimRead, of(id));
      expect(seen).toMatchObject({
        status: 'accepted',
        points: 6_000,
        decidedSeverity: 'high',
        provisional: { by: null },
        decisions: [{ by: null, seq: null }],
      });
      const why = await red.call(scoreWhy, { params: { drill, team: 'team-red' }, query: {} });
      expect(why).toMatchObject({
        points: 6_000,
        lines: [
          { rule: 'claim', claimNumber: 'PH-1-001', by: null, inputs: { base: 6_000, rulesVersion: 'suggested-1' } },
        ],
      });
      expect((await judge.call(scoreWhy, { params: { drill, team: 'team-red' }, query: {} })).lines[0]?.by).toBe(
        'Hồ Giám Khảo',
      );
    });

    it('refuses a technique that does not exist and a target that is not one', async () => {
      const app = await givenPlay(dialect);
      const red = await app.as('red');
      const draft = (body: object) => red.refused(claimDraft, { params: { drill }, body: { title: 'x', ...body } });
      expect((await draft({ techniqueId: 'T9999' })).issues[0]?.code).toBe('claim.technique_unknown');
      expect((await draft({ targetId: 'elsewhere' })).issues[0]?.code).toBe('claim.target_unknown');
    });

    it('is nobody’s business but its team’s, the organisers’ and the judges’', async () => {
      const app = await givenPlay(dialect);
      const id = await app.submit('red');
      app.clock.pass(1_000);
      const draft = (await (await app.as('red')).call(claimDraft, { params: { drill }, body: { title: 'Nháp' } })).id;
      expect((await (await app.as('red2')).refused(claimRead, of(id))).code).toBe('not_found');
      expect((await (await app.as('red2')).refused(claimWithdraw, of(id))).code).toBe('not_found');
      expect((await (await app.as('blue')).refused(claimRead, of(id))).code).toBe('forbidden');
      expect((await (await app.as('observer')).refused(claimList, { params: { drill }, query: {} })).code).toBe(
        'forbidden',
      );
      expect((await (await app.as('admin')).refused(claimRead, of(id))).code).toBe('not_found');
      expect((await (await app.as('judge')).refused(claimRead, of(draft))).code).toBe('not_found');
      const numbers = async (login: 'red' | 'red2' | 'judge') =>
        (await (await app.as(login)).call(claimList, { params: { drill }, query: {} })).items.map(
          (item) => item.number,
        );
      expect([await numbers('red'), await numbers('red2'), await numbers('judge')]).toEqual([
        ['', 'PH-1-001'],
        [],
        ['PH-1-001'],
      ]);
      expect(
        (await (await app.as('red')).refused(scoreWhy, { params: { drill, team: 'team-red2' }, query: {} })).code,
      ).toBe('not_found');
    });

    it('is found by words without marks, filtered, and listed page by page', async () => {
      const app = await givenPlay(dialect);
      for (let i = 0; i < 5; i += 1)
        await app.submit('red', {
          title: `Lộ dữ liệu của ${['An', 'Bình', 'Cường', 'Dũng', 'Em'][i]}`,
          targetId: i % 2 ? 't2' : 't1',
        });
      const judge = await app.as('judge');
      const list = (query: object) => judge.call(claimList, { params: { drill }, query });
      expect((await list({ search: 'du lieu dung' })).items.map((item) => item.title)).toEqual(['Lộ dữ liệu của Dũng']);
      expect((await list({ target: 't2' })).total).toBe(2);
      expect((await list({ status: 'accepted' })).total).toBe(0);
      await app.decide((await list({ search: 'dung' })).items[0]?.id ?? '');
      const decider = (await judge.call(claimQueue, { params: { drill } })).judges.find((one) => one.decided === 1)?.id;
      expect((await list({ judge: decider })).total).toBe(1);
      const own = await (await app.as('red')).call(claimList, { params: { drill }, query: { judge: decider } });
      expect(own.total).toBe(0);
      const first = await list({ limit: 3 });
      const second = await list({ limit: 3, after: first.next ?? '' });
      expect([...first.items, ...second.items].map((item) => item.number)).toEqual([
        'PH-1-005',
        'PH-1-004',
        'PH-1-003',
        'PH-1-002',
        'PH-1-001',
      ]);
      expect(second.next).toBeNull();
    });
  });

  describe('judging', () => {
    it('gives one award for 200 parallel clicks', async () => {
      const app = await givenPlay(dialect);
      const id = await app.submit('red');
      const judges = [await app.as('judge'), await app.as('judge2')];
      const clicks = await Promise.allSettled(
        Array.from({ length: 200 }, (_, i) =>
          judges[i % 2]!.call(claimDecide, { ...of(id), body: { decision: accepted } }),
        ),
      );
      expect(clicks.filter((click) => click.status === 'fulfilled')).toHaveLength(1);
      const refusals = clicks.flatMap((click) =>
        click.status === 'rejected' ? [(click.reason as { code: string }).code] : [],
      );
      expect(new Set(refusals)).toEqual(new Set(['claim.already_decided']));
      const why = await judges[0]!.call(scoreWhy, { params: { drill, team: 'team-red' }, query: {} });
      expect(why.lines).toHaveLength(1);
      const rows = await app.kernel.db.read
        .selectFrom('event')
        .select('seq')
        .where('stream', '=', drillStream)
        .where('type', '=', 'claim.decided')
        .execute();
      expect(rows).toHaveLength(1);
    });

    it('repeats the first answer to a repeated key', async () => {
      const app = await givenPlay(dialect);
      const id = await app.submit('red');
      const judge = await app.as('judge');
      const click = () =>
        judge.call(claimDecide, { ...of(id), body: { decision: accepted } }, { idempotencyKey: 'one-click-1' });
      expect(await Promise.all([click(), click(), click()])).toEqual(Array(3).fill({ points: 6_000 }));
    });

    it('belongs to whoever holds the claim, and says who', async () => {
      const app = await givenPlay(dialect);
      const id = await app.submit('red');
      await (await app.as('judge')).call(claimHold, of(id));
      const refused = await (await app.as('judge2')).refused(claimDecide, { ...of(id), body: { decision: accepted } });
      expect([refused.code, refused.params['name']]).toEqual(['claim.held_by', 'Hồ Giám Khảo']);
      const queue = await (await app.as('judge2')).call(claimQueue, { params: { drill } });
      expect(queue).toMatchObject({
        items: [{ number: 'PH-1-001', heldBy: 'Hồ Giám Khảo', mayDecide: true }],
        counts: { submitted: 1 },
      });
      app.clock.pass(2 * 60_000);
      expect(await (await app.as('judge2')).call(claimDecide, { ...of(id), body: { decision: accepted } })).toEqual({
        points: 6_000,
      });
    });

    it('is not for judges of the team’s own organisation', async () => {
      const app = await givenPlay(dialect);
      const id = await app.submit('red2');
      const judge = await app.as('judge');
      expect((await judge.refused(claimDecide, { ...of(id), body: { decision: accepted } })).code).toBe(
        'claim.own_organisation',
      );
      expect((await judge.call(claimRead, of(id))).mayDecide).toBe(false);
    });

    it('is corrected by a decision that names the one replaced, after proof of identity', async () => {
      const app = await givenPlay(dialect);
      const id = await app.submit('red');
      await app.decide(id);
      const judge2 = await app.as('judge2');
      const seq = (await judge2.call(claimRead, of(id))).decisions[0]?.seq ?? 0;
      const body = {
        decision: { ...accepted, severity: 'critical' as const, reason: 'Chiếm được máy chủ' },
        supersedes: seq,
      };
      expect((await judge2.refused(claimCorrect, { ...of(id), body: { ...body, supersedes: seq - 1 } })).code).toBe(
        'conflict.stale',
      );
      expect((await (await app.as('judge')).refused(claimCorrect, { ...of(id), body })).code).toBe(
        'claim.second_judge',
      );
      expect(await judge2.call(claimCorrect, { ...of(id), body })).toEqual({ points: 10_000 });
      app.clock.pass(11 * 60_000);
      expect((await judge2.refused(claimCorrect, { ...of(id), body })).code).toBe('session.step_up');
    });

    it('is taken back within thirty seconds by the judge who made it, and then made again', async () => {
      const app = await givenPlay(dialect);
      const [id, late] = [await app.submit('red'), await app.submit('red')];
      const [judge, judge2] = [await app.as('judge'), await app.as('judge2')];
      await app.decide(id);
      expect((await judge2.refused(claimUndoDecision, of(id))).code).toBe('claim.decided_by_other');
      await judge.call(claimUndoDecision, of(id));
      expect((await judge.refused(claimUndoDecision, of(id))).code).toBe('claim.not_decided');
      expect(await judge.call(claimRead, of(id))).toMatchObject({ status: 'submitted', points: 0, decisions: [] });
      expect(await judge.call(scoreWhy, { params: { drill, team: 'team-red' }, query: {} })).toMatchObject({
        points: 0,
        lines: [{ points: 6_000 }, { rule: 'reversal', points: -6_000 }],
      });
      const row = app.kernel.db.read.selectFrom('remediation').select('status').where('claim_id', '=', id);
      expect(await row.executeTakeFirst()).toEqual({ status: 'pending' });
      expect(await app.decide(id)).toEqual({ points: 6_000 });
      await app.decide(late);
      app.clock.pass(30_001);
      expect((await judge.refused(claimUndoDecision, of(late))).code).toBe('claim.undo_late');
    });

    it('has its verification taken back within thirty seconds by whoever gave it, and before a judge decides', async () => {
      const app = await givenPlay(dialect);
      await app.seat(drill, 'control2', 'control');
      const [id, late, judged] = [await app.submit('red'), await app.submit('red'), await app.submit('red')];
      const [control, other, red] = [await app.as('control'), await app.as('control2'), await app.as('red')];
      const verify = (claim: string, severity: 'high' | 'low') =>
        control.call(claimVerify, { ...of(claim), body: { severity, note: '' } });
      await verify(id, 'high');
      await verify(id, 'low');
      expect((await other.refused(claimUndoVerification, of(id))).code).toBe('claim.verified_by_other');
      expect((await (await app.as('judge')).refused(claimUndoVerification, of(id))).code).toBe('forbidden');
      await control.call(claimUndoVerification, of(id));
      expect(await red.call(claimRead, of(id))).toMatchObject({
        status: 'verified',
        provisional: { severity: 'high' },
      });
      await control.call(claimUndoVerification, of(id));
      expect(await red.call(claimRead, of(id))).toMatchObject({ status: 'submitted', provisional: null });
      expect((await control.refused(claimUndoVerification, of(id))).code).toBe('claim.not_verified');
      const types = await app.kernel.db.read
        .selectFrom('event')
        .select('type')
        .where('subject', '=', id)
        .where('type', 'like', 'claim.verif%')
        .orderBy('seq')
        .execute();
      expect(types.map(({ type }) => type)).toEqual([
        ...Array<string>(2).fill('claim.verified'),
        ...Array<string>(2).fill('claim.verification_withdrawn'),
      ]);
      await verify(judged, 'high');
      await app.decide(judged);
      expect((await control.refused(claimUndoVerification, of(judged))).code).toBe('claim.already_decided');
      await verify(late, 'high');
      app.clock.pass(30_001);
      expect((await control.refused(claimUndoVerification, of(late))).code).toBe('claim.verification_late');
    });

    it('is on the list behind each number of the queue', async () => {
      const app = await givenPlay(dialect);
      const control = await app.as('control');
      const claims = [];
      for (let i = 0; i < 5; i += 1) claims.push(await app.submit('red'));
      const [first, second, third, fourth] = claims as [string, string, string, string];
      await app.decide(first);
      await app.decide(second, { outcome: 'rejected', reason: 'x' });
      await control.call(claimVerify, { ...of(third), body: { severity: 'high', note: '' } });
      await control.call(claimRequestInfo, { ...of(fourth), body: { question: '?' } });
      const { counts } = await control.call(claimQueue, { params: { drill } });
      const listed = async (status: 'submitted' | 'verified' | 'needs_info' | 'decided') =>
        (await control.call(claimList, { params: { drill }, query: { status } })).total;
      expect(counts).toEqual({ submitted: 1, verified: 1, needsInfo: 1, decided: 2 });
      expect([
        await listed('submitted'),
        await listed('verified'),
        await listed('needs_info'),
        await listed('decided'),
      ]).toEqual([counts.submitted, counts.verified, counts.needsInfo, counts.decided]);
    });

    it('takes points by hand, with a reason', async () => {
      const app = await givenPlay(dialect);
      const control = await app.as('control');
      await control.call(scoreAdjust, {
        params: { drill },
        body: { teamId: 'team-red', points: -2_000, rule: 'breach', reason: 'Quét ngoài phạm vi' },
      });
      expect(await control.call(scoreWhy, { params: { drill, team: 'team-red' }, query: {} })).toMatchObject({
        points: -2_000,
        lines: [{ rule: 'breach', reason: 'Quét ngoài phạm vi' }],
      });
    });
  });

  it('a defence ticket earns its marks; the judge who grades again names the grade replaced', async () => {
    const app = await givenPlay(dialect);
    const [blue, judge] = [await app.as('blue'), await app.as('judge')];
    const { id: ticket } = await blue.call(ticketCreate, {
      params: { drill },
      body: { title: 'Phát hiện truy vấn lạ' },
    });
    const grade = (body: { marks: Record<string, number>; reason?: string; supersedes?: number }) =>
      judge.call(ticketGrade, { params: { drill, ticket }, body });
    const { points, seq } = await grade({ marks: { detection: 80 } });
    expect(points).toBe(2_400);
    expect((await judge.refused(ticketGrade, { params: { drill, ticket }, body: { marks: {} } })).code).toBe(
      'ticket.already_graded',
    );
    await grade({ marks: { detection: 100, timeliness: 100 }, reason: 'Xem lại nhật ký', supersedes: seq });
    expect((await blue.call(ticketGrades, { params: { drill } })).items).toMatchObject([
      { ticketId: ticket, points: 5_000, seq: null, by: null },
    ]);
    expect((await judge.call(ticketGrades, { params: { drill } })).items).toMatchObject([
      { points: 5_000, by: 'Hồ Giám Khảo' },
    ]);
    expect(
      (await blue.call(scoreWhy, { params: { drill, team: 'team-blue' }, query: {} })).lines.map((line) => line.points),
    ).toEqual([2_400, -2_400, 5_000]);
    expect((await (await app.as('red')).refused(ticketGrades, { params: { drill } })).code).toBe('forbidden');
  });

  it('a team learns nothing from beyond the freeze', async () => {
    const app = await givenPlay(dialect, { freezeMinutes: 11 * 60 });
    const [before, after] = [await app.submit('red'), await app.submit('red')];
    await app.decide(before);
    app.clock.pass(hour);
    await app.decide(after);
    const red = await app.as('red');
    expect(await red.call(claimRead, of(before))).toMatchObject({ status: 'accepted', points: 6_000, frozen: true });
    expect(await red.call(claimRead, of(after))).toMatchObject({
      status: 'submitted',
      points: 0,
      decisions: [],
      frozen: true,
    });
    expect((await red.refused(claimWithdraw, of(after))).code).toBe('claim.frozen');
    expect((await red.call(scoreWhy, { params: { drill, team: 'team-red' }, query: {} })).points).toBe(6_000);
    expect((await (await app.as('judge')).call(claimRead, of(after))).status).toBe('accepted');
  });

  it('techniques are found by id, English and Vietnamese', async () => {
    const app = await givenPlay(dialect);
    const red = await app.as('red');
    const first = async (search: string) => (await red.call(techniqueSearch, { query: { search } })).items[0]?.id;
    expect([await first('t1190'), await first('exploit public-facing'), await first('T1059.0')]).toEqual([
      'T1190',
      'T1190',
      'T1059.001',
    ]);
  });
});
