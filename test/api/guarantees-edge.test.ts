import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { sessionCreate } from '#api/contract/auth.ts';
import { boardRead } from '#api/contract/board.ts';
import { claimDraft } from '#api/contract/claims.ts';
import { claimList } from '#api/contract/claim-views.ts';
import { evidenceAttachClaim, uploadAddress } from '#api/contract/evidence.ts';
import { gateRead } from '#api/contract/gate.ts';
import { auditRead, logExport } from '#api/contract/log.ts';
import { accountCreate, roleInvite } from '#api/contract/people.ts';
import { resultsFile } from '#api/contract/results.ts';
import { teamInvite } from '#api/contract/teams.ts';
import { urlOf } from '#api/contract/call.ts';
import { recentSetBack } from '#api/kernel/clock-set-back.ts';
import { accountId, eachDialect, password, sqlite, units } from '#test/given.ts';
import type { Client } from '#test/given.ts';
import { drill, drillStream, givenPlay } from './drill-play.ts';
import { png, upload } from './guarantees-given.ts';

const of = { params: { drill } };

eachDialect((dialect) => {
  it('no secret is anywhere but with whom it was given to: not in the log of the server, the database or an export (R63)', async () => {
    const app = await givenPlay(dialect);
    const [admin, control] = [await app.as('admin'), await app.as('control')];
    const created = await admin.call(accountCreate, {
      body: { login: 'moi', name: 'Người Mới', organisationId: units.department, email: '' },
    });
    const { code: seat } = await control.call(teamInvite, {
      params: { drill, team: 'team-blue' },
      body: { uses: 2, days: 1 },
    });
    const invited = await admin.call(roleInvite, {
      body: { role: 'staff', organisationId: units.department, label: 'Mời' },
    });
    const visitor = app.visitor();
    await visitor.call(sessionCreate, { body: { login: 'officer', password } });
    await visitor.refused(sessionCreate, { body: { login: 'officer', password: 'mật-khẩu-sai-dấu-riêng' } });
    const given = [
      created.temporaryPassword,
      seat,
      invited.code,
      ...visitor.cookies.values(),
      ...control.cookies.values(),
    ];
    const secrets = [password, 'mật-khẩu-sai-dấu-riêng', ...given];
    expect(secrets.filter((secret) => secret.length < 8)).toEqual([]);

    const names = await app.kernel.db.read.introspection.getTables({ withInternalKyselyTables: false });
    let dump = '';
    for (const { name } of names)
      dump += JSON.stringify((await sql`select * from ${sql.table(name)}`.execute(app.kernel.db.read)).rows);
    const exported = await (await (await app.as('control')).fetch(urlOf(logExport, of))).text();
    for (const text of [dump, JSON.stringify(app.log), exported])
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    // The dump is whole: what belongs in it is there.
    expect(dump).toContain('Người Mới');
    expect(dump).toContain(accountId('officer'));
    expect(exported).toContain('"drill.started"');
  });

  it('a clock set back moves no order and no time of the log, and is on record once, for the audit and before a start (R41)', async () => {
    const app = await givenPlay(dialect);
    const first = await app.submit('red');
    app.clock.pass(-3_600_000);
    const second = await app.submit('red2');
    await app.decide(first);
    const events = await app.kernel.db.read
      .selectFrom('event')
      .select(['seq', 'at'])
      .where('stream', '=', drillStream)
      .orderBy('seq')
      .execute();
    expect(events.every(({ at }, i) => i === 0 || at >= events[i - 1]!.at)).toBe(true);
    const { items } = await (await app.as('judge')).call(claimList, { ...of, query: {} });
    const at = (id: string) => items.find((item) => item.id === id)!.submittedAt!;
    expect(at(second)).toBeGreaterThanOrEqual(at(first));
    expect((await (await app.as('observer')).call(boardRead, of)).rows[0]).toMatchObject({
      name: 'Đội Sao Khuê',
      rank: 1,
    });
    expect(app.log).toContainEqual(expect.objectContaining({ level: 'warn', event: 'clock_set_back' }));
    const audit = await (await app.as('admin')).call(auditRead, { query: { type: 'clock.' } });
    expect(audit.items).toMatchObject([{ type: 'clock.set_back', actor: 'system' }]);
    const { from, to } = audit.items[0]!.payload as { from: number; to: number };
    expect(from - to).toBe(3_600_000 - 1_000);
    const gate = await (await app.as('control')).call(gateRead, of);
    expect(gate.clockSetBack).toMatchObject({ from, to });
    app.clock.pass(2 * 3_600_000);
    await app.submit('red');
    app.clock.pass(-600_000);
    await app.submit('red');
    expect((await (await app.as('admin')).call(auditRead, { query: { type: 'clock.' } })).items).toHaveLength(2);
    expect(await recentSetBack(app.kernel.db.read, app.clock.now() + 3 * 24 * 3_600_000)).toBeNull();
  });

  it('text of people is text in a workbook: no formula, no template (R15, R16)', async () => {
    const app = await givenPlay(dialect);
    const titles = [
      '=1+1',
      '+84 900 000 000',
      '-5',
      '@SUM(A1)',
      '＝1+1',
      '{{7*7}}',
      '$' + '{7*7}',
      '<%= 7*7 %>',
      '#{7*7}',
      'DDE("cmd")',
    ];
    for (const title of titles) await app.submit('red', { title });
    await app.given(drillStream, [
      { type: 'drill.ended', subject: null, payload: { reason: 'x' } },
      { type: 'drill.judging_opened', subject: null, payload: {} },
    ]);
    const bytes = await (await (await app.as('judge')).fetch(urlOf(resultsFile, of))).arrayBuffer();
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as never);
    const cells: ExcelJS.Cell[] = [];
    book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => void cells.push(cell))));
    expect(
      cells.filter((cell) => cell.type === ExcelJS.ValueType.Formula || cell.type === ExcelJS.ValueType.Hyperlink),
    ).toEqual([]);
    const texts = cells.map((cell) => String(cell.value));
    for (const title of titles) expect(texts).toContain(/^[=+\-@＝]/.test(title) ? `'${title}` : title);
    expect(texts).not.toContain('49');
  });

  describe('evidence', () => {
    const begin = (client: Client, headers: Record<string, string>) =>
      client.fetch(uploadAddress, {
        method: 'POST',
        headers: {
          'tus-resumable': '1.0.0',
          'upload-metadata': `filename ${Buffer.from('x.png').toString('base64')}`,
          ...headers,
        },
      });

    it('of ten gigabytes, of no told length or of less than nothing is refused before a byte is read (R50)', async () => {
      const app = await givenPlay(dialect);
      const red = await app.as('red');
      const lengths: Record<string, string>[] = [
        { 'upload-length': String(10 * 1024 ** 3) },
        { 'upload-length': '9'.repeat(30) },
        { 'upload-length': '-1' },
        { 'upload-length': '1e3x' },
        { 'upload-length': '0' },
        { 'upload-defer-length': '1' },
        {},
      ];
      for (const headers of lengths) expect([400, 413]).toContain((await begin(red, headers)).status);
      expect(await readdir(app.kernel.evidenceDir)).toEqual([]);
      // More than was announced is not taken either.
      const location = (await begin(red, { 'upload-length': '10' })).headers.get('location') ?? '';
      const more = await red.fetch(location, {
        method: 'PATCH',
        body: new Uint8Array(5_000),
        headers: { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
      });
      expect(more.status).toBeGreaterThanOrEqual(400);
      const kept = await readFile(join(app.kernel.evidenceDir, location.split('/').at(-1)!)).catch(() =>
        Buffer.alloc(0),
      );
      expect(kept.length).toBeLessThanOrEqual(10);
    });

    const text = (value: string) => Buffer.from(value);
    it.each<[string, string, Buffer]>([
      ['a picture that is a script', 'x.gif', text('GIF89a=1;alert(document.domain)//')],
      ['a document that is a page', 'x.pdf', text('%PDF-1.4\n<html><script>alert(1)</script></html>')],
      ['a page under the name of a text', 'x.txt', text('<!doctype html><script>alert(1)</script>')],
      ['a drawing that runs', 'x.svg', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
      ['a page', 'x.html', text('<script>alert(1)</script>')],
      ['a picture with a script behind it', 'x.png', Buffer.concat([png, text('<script>alert(1)</script>')])],
      ['a program', 'x.png', Buffer.concat([text('MZ'), Buffer.alloc(80)])],
      ['a name that climbs and breaks lines', '../../etc/x\r\nset-cookie: a=b.txt', text('ghi chép')],
    ])('%s is refused, or given back as bytes nothing runs (R48, R51)', async (_name, name, bytes) => {
      const app = await givenPlay(dialect);
      const red = await app.as('red');
      const claim = await app.submit('red');
      const sent = await upload(red, name, bytes);
      const attached = await red
        .call(evidenceAttachClaim, { params: { drill, claim }, body: { upload: sent, kind: 'other' } })
        .catch(() => null);
      if (attached === null) return expect(await readdir(app.kernel.evidenceDir)).toEqual([]);
      for (const query of ['', '?inline=1']) {
        const { headers } = await red.fetch(`/api/evidence/${attached.id}${query}`);
        const type = headers.get('content-type')!;
        expect(['application/octet-stream', 'image/png', 'image/jpeg', 'image/webp']).toContain(type);
        expect(headers.get('content-disposition')).toMatch(
          type === 'application/octet-stream' ? /^attachment; filename\*=UTF-8''[^/\\\r\n]+$/ : /^inline/,
        );
        expect([headers.get('x-content-type-options'), headers.get('content-security-policy')]).toEqual([
          'nosniff',
          expect.stringContaining('sandbox'),
        ]);
        expect(headers.get('set-cookie')).toBeNull();
      }
      expect(await readdir(app.kernel.evidenceDir)).toContain(attached.id);
    });
  });
});

describe('behind a proxy that ends TLS', () => {
  const ask = (headers: Record<string, string>) => ({
    method: 'POST',
    body: JSON.stringify({ login: 'officer', password }),
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
  });

  it('our own https page is ours, its cookies are secure; a stranger’s is not', async () => {
    const app = await givenPlay(sqlite);
    const post = (headers: Record<string, string>) =>
      app.app.fetch(new Request('http://drill.example/api/session', ask(headers)));
    const own = await post({ origin: 'https://drill.example', 'x-forwarded-proto': 'https' });
    expect(own.status).toBe(200);
    for (const cookie of own.headers.getSetCookie()) expect(cookie).toMatch(/^__Host-.*; Secure/);
    expect((await post({ origin: 'https://drill.example', 'x-forwarded-proto': 'http' })).status).toBe(403);
    expect((await post({ origin: 'https://evil.example', 'x-forwarded-proto': 'https' })).status).toBe(403);
    expect((await post({ origin: 'http://drill.example', 'x-forwarded-proto': 'https' })).status).toBe(403);
  });
});

it('a full disk acknowledges nothing it did not keep, goes on reading, and recovers (R36)', async () => {
  const app = await givenPlay(sqlite);
  const red = await app.as('red');
  const draft = () => red.call(claimDraft, { ...of, body: { title: 'x', description: 'đ'.repeat(4_000) } });
  const limit = (pages: number) =>
    app.kernel.db.transact((trx) => sql.raw(`pragma max_page_count = ${pages}`).execute(trx));
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(app.kernel.db.read);
  await limit(rows[0]!.page_count + 12);
  const kept: string[] = [];
  let refused: string | null = null;
  for (let i = 0; i < 40 && refused === null; i += 1)
    await draft().then(
      ({ id }) => kept.push(id),
      (error: { code: string }) => void (refused = error.code),
    );
  expect(refused).toBe('server.unavailable');
  const listed = async () =>
    (await red.call(claimList, { ...of, query: { limit: 200 } })).items.map(({ id }) => id).sort();
  expect(await listed()).toEqual([...kept].sort());
  await limit(1_000_000);
  kept.push((await draft()).id);
  expect(await listed()).toEqual([...kept].sort());
  expect((await app.kernel.db.doctor())['integrity_check']).toBe('ok');
});
