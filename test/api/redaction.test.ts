import { expect, test } from 'vitest';
import { logExport, logRead, eventRedact } from '#api/contract/log.ts';
import { urlOf } from '#api/contract/call.ts';
import { accountDisable, accountEnable, accountErase, accountRead } from '#api/contract/people.ts';
import { forgetPerson } from '#api/auth/forget-person.ts';
import { claimRead } from '#api/contract/claim-views.ts';
import { areas } from '#api/areas.ts';
import { blank } from '#api/domain/blank.ts';
import { verifyLog } from '#api/domain/verify.ts';
import { drillFold } from '#api/drills/fold.ts';
import { checkStreams } from '#api/log/check-streams.ts';
import { replayCheck } from '#api/log/replay.ts';
import { nodeTools } from '#api/log/tools.ts';
import { drill, drillStream, givenPlay } from './drill-play.ts';
import type { Play } from './drill-play.ts';
import { accountId, eachDialect, units } from '#test/given.ts';

const projectors = areas.map(({ projector }) => projector);
const secret = 'Nguyễn Văn Lộ';
const params = { drill };

async function exported(play: Play): Promise<string> {
  return (await (await play.as('control')).fetch(urlOf(logExport, { params }))).text();
}

async function seqOf(play: Play, type: string): Promise<number> {
  const { items } = await (await play.as('control')).call(logRead, { params, query: { type, order: 'newest' } });
  return items[0]?.seq ?? 0;
}

async function faults({ kernel }: Play) {
  const found = [];
  for await (const check of checkStreams(kernel.db.read)) if (check.fault) found.push(check);
  return found;
}

/** Every text of the database but what one-way hashes hide. */
async function everything(play: Play): Promise<string> {
  const { kernel } = play;
  const tables = [
    'event',
    'account',
    'incident',
    'incident_token',
    'remediation',
    'evidence',
    'idempotency',
    'job',
    'system_contact',
    'drill',
    'drill_seat',
    'session',
    'device',
    'credential',
  ] as const;
  const rows = await Promise.all(tables.map((name) => kernel.db.read.selectFrom(name).selectAll().execute()));
  return JSON.stringify(rows);
}

eachDialect((dialect) => {
  test('a finding loses its texts for good: rows, folds and log agree, the file verifies and refuses any changed byte', async () => {
    const play = await givenPlay(dialect);
    const claim = await play.submit('red', { title: `Lỗi của ${secret}`, description: `Hộp thư của ${secret}` });
    await play.decide(claim);
    const before = await exported(play);
    expect(await verifyLog([before], nodeTools)).toMatchObject({ ok: true, withheld: 0, redacted: 0 });
    const points = (await play.kernel.folds.read(drillFold, drillStream)).state.scores.get('team-red')?.points;

    const admin = await play.as('admin');
    const seq = await seqOf(play, 'claim.drafted');
    const body = { stream: drillStream, seq, reason: 'lộ họ tên người dân' };
    await admin.call(eventRedact, { body });
    expect(await admin.refused(eventRedact, { body })).toMatchObject({ code: 'redaction.done' });

    expect((await everything(play)).includes(secret)).toBe(false);
    const seen = await (await play.as('red')).call(claimRead, { params: { drill, claim } });
    expect(seen).toMatchObject({ status: 'accepted', finding: { title: blank, description: blank, targetId: 't1' } });
    const { state } = await play.kernel.folds.read(drillFold, drillStream);
    expect(state.scores.get('team-red')?.points).toBe(points);
    expect((await replayCheck(play.kernel.db, projectors)).first).toBeNull();
    expect(await faults(play)).toEqual([]);

    const { items } = await (
      await play.as('control')
    ).call(logRead, { params, query: { order: 'newest', limit: 200 } });
    expect(items.find((item) => item.seq === seq)).toMatchObject({
      redacted: true,
      payload: { finding: { title: blank } },
    });
    expect(items[0]).toMatchObject({ type: 'event.redacted', payload: { reason: body.reason, entries: [{ seq }] } });

    const after = await exported(play);
    expect(after).not.toContain(secret);
    expect(await verifyLog([after], nodeTools)).toMatchObject({ ok: true, withheld: 1, redacted: 1 });
    const bytes = Buffer.from(after);
    const at = bytes.indexOf('event.redacted');
    for (let i = at - 400; i < Math.min(at + 600, bytes.length); i += 7) {
      const changed = Buffer.from(bytes);
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(await verifyLog([changed.toString()], nodeTools)).toMatchObject({ ok: false });
    }
  });

  test('another server forgets what it had folded', async () => {
    const play = await givenPlay(dialect);
    const claim = await play.submit('red', { title: secret });
    const other = new (await import('#api/kernel/folds.ts')).Folds(play.kernel.db.read);
    expect((await other.read(drillFold, drillStream)).state.claims.get(claim)?.finding.title).toBe(secret);
    const seq = await seqOf(play, 'claim.drafted');
    await (await play.as('admin')).call(eventRedact, { body: { stream: drillStream, seq, reason: 'x' } });
    expect((await other.read(drillFold, drillStream)).state.claims.get(claim)?.finding.title).toBe(blank);
  });

  test('only an administrator over the organisation of the log does it, and only where a text is', async () => {
    const play = await givenPlay(dialect);
    await play.submit('red', { title: secret });
    const seq = await seqOf(play, 'claim.drafted');
    const body = { stream: drillStream, seq, reason: 'x' };
    expect(await (await play.as('control')).refused(eventRedact, { body })).toMatchObject({ code: 'forbidden' });
    const local = { accountId: accountId('staff'), role: 'admin' as const, organisationId: units.department };
    await play.given('system', [{ type: 'role.granted', subject: local.accountId, payload: local }]);
    const staff = await play.as('staff');
    for (const stream of [drillStream, 'system', 'registry', 'drill:khong-co', `incident:${units.police}`])
      expect(await staff.refused(eventRedact, { body: { ...body, stream, seq: 1 } })).toMatchObject({
        code: 'not_found',
      });
    const admin = await play.as('admin');
    expect(await admin.refused(eventRedact, { body: { ...body, seq: 9_999 } })).toMatchObject({ code: 'not_found' });
    const submitted = await seqOf(play, 'claim.submitted');
    expect(await admin.refused(eventRedact, { body: { ...body, seq: submitted } })).toMatchObject({
      code: 'redaction.nothing',
    });
    expect(await admin.refused(eventRedact, { body: { stream: 'system', seq: 1, reason: 'x' } })).toMatchObject({
      code: expect.stringMatching(/^redaction\./) as string,
    });
    expect(await admin.refused(eventRedact, { body: { ...body, reason: '' } })).toMatchObject({
      code: 'request.invalid',
    });
    play.clock.pass(11 * 60_000);
    expect(await admin.refused(eventRedact, { body })).toMatchObject({ code: 'session.step_up' });
  });

  test('a person is erased: name, login and contact are gone from every row and every log, which still verifies', async () => {
    const play = await givenPlay(dialect);
    const id = accountId('red');
    const facts = {
      systemId: 'he-thong',
      contactId: 'dau-moi',
      accountId: id,
      name: 'Dương Tấn Công',
      duty: 'đầu mối',
      phone: '0900 000 000',
      email: 'duong@co-quan.example',
      confirmedOn: null,
    };
    await play.given('registry', [{ type: 'information_system.contact_set', subject: 'he-thong', payload: facts }]);
    const opened = { accountId: id, address: '192.0.2.77' };
    await play.given('system', [
      {
        type: 'account.updated',
        subject: id,
        payload: {
          accountId: id,
          name: 'Dương Tấn Công',
          email: 'rieng@co-quan.example',
          organisationId: units.vendor,
        },
      },
      { type: 'session.opened', subject: id, payload: opened },
    ]);
    const claim = await play.submit('red');
    const admin = await play.as('admin');
    const account = { account: id };
    const erase = { params: account, body: { reason: 'theo yêu cầu của người đó' } };
    expect(await admin.refused(accountErase, erase)).toMatchObject({ code: 'account.open' });
    expect(await (await play.as('organiser')).refused(accountErase, erase)).toMatchObject({ code: 'forbidden' });
    await admin.call(accountDisable, { params: account, body: { reason: '' } });
    await admin.call(accountErase, erase);
    await play.jobs.runDue();

    const all = await everything(play);
    const traces = ['Dương Tấn Công', 'tan cong', 'duong@', 'rieng@', '0900 000 000', '192.0.2.77'];
    expect(traces.filter((trace) => all.includes(trace))).toEqual([]);
    expect((await play.kernel.folds.read(drillFold, drillStream)).state.members.get(id)?.name).toBe(blank);
    expect(await (await play.as('control')).call(claimRead, { params: { drill, claim } })).toMatchObject({ id: claim });
    expect(await admin.call(accountRead, { params: account })).toMatchObject({ name: blank, email: blank });
    for (const refused of [
      await admin.refused(accountErase, erase),
      await admin.refused(accountEnable, { params: account }),
    ])
      expect(refused).toMatchObject({ code: 'account.erased' });
    expect((await replayCheck(play.kernel.db, projectors)).first).toBeNull();
    expect(await faults(play)).toEqual([]);
    const file = await exported(play);
    expect(file).not.toContain('Dương Tấn Công');
    expect(await verifyLog([file], nodeTools)).toMatchObject({ ok: true, redacted: 1 });
    // The job that comes again finds nothing left to do.
    const { seq } = await play.kernel.folds.read(drillFold, drillStream);
    await forgetPerson({ accountId: id, reason: 'x' }, play.kernel);
    expect((await play.kernel.folds.read(drillFold, drillStream)).seq).toBe(seq);
  });

  test('what was left of an entry cannot be changed in silence', async () => {
    const play = await givenPlay(dialect);
    await play.submit('red', { title: secret });
    const seq = await seqOf(play, 'claim.drafted');
    await (await play.as('admin')).call(eventRedact, { body: { stream: drillStream, seq, reason: 'x' } });
    await play.kernel.db.transact((trx) =>
      trx
        .updateTable('event')
        .set({ payload: '{"a":1}', salt: null })
        .where('stream', '=', drillStream)
        .where('seq', '=', seq)
        .execute(),
    );
    expect(await faults(play)).toMatchObject([{ stream: drillStream, fault: { seq, code: 'redaction' } }]);
  });
});
