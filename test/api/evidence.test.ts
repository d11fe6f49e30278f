import { createHash } from 'node:crypto';
import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { claimRead } from '#api/contract/claim-views.ts';
import { drillApprove } from '#api/contract/drill-life.ts';
import { drillRead } from '#api/contract/drill-views.ts';
import {
  evidenceAttachClaim,
  evidenceAttachDocument,
  evidenceAttachTicket,
  evidenceRead,
  uploadAddress,
} from '#api/contract/evidence.ts';
import { gateRead, gateRecord } from '#api/contract/gate.ts';
import { incidentRead, ticketCreate, ticketRead } from '#api/contract/incidents.ts';
import { accountId, eachDialect, givenApp } from '#test/given.ts';
import type { Client } from '#test/given.ts';
import { plannedDrill } from './drill-given.ts';
import { drill, drillStream, givenPlay } from './drill-play.ts';
import type { Play } from './drill-play.ts';

const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(3_000, 7)]);
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const begin = (client: Client, name: string, length: number, headers: Record<string, string> = {}) =>
  client.fetch(uploadAddress, {
    method: 'POST',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': String(length),
      'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
      ...headers,
    },
  });
const send = (client: Client, location: string, offset: number, bytes: Buffer) =>
  client.fetch(location, {
    method: 'PATCH',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    },
    body: new Uint8Array(bytes),
  });
const code = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code];

/** Uploads in two pieces; answers the id. */
async function upload(client: Client, name: string, bytes: Buffer): Promise<string> {
  const location = (await begin(client, name, bytes.length)).headers.get('location') ?? '';
  expect((await send(client, location, 0, bytes.subarray(0, 1_000))).headers.get('upload-offset')).toBe('1000');
  const where = await client.fetch(location, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } });
  expect(where.headers.get('upload-offset')).toBe('1000');
  expect((await send(client, location, 1_000, bytes.subarray(1_000))).status).toBe(204);
  return location.split('/').at(-1) ?? '';
}

async function attached(app: Play): Promise<{ claim: string; id: string }> {
  const claim = await app.submit('red');
  const red = await app.as('red');
  const { id } = await red.call(evidenceAttachClaim, {
    params: { drill, claim },
    body: { upload: await upload(red, 'Ảnh tác động.png', png), kind: 'impact' },
  });
  return { claim, id };
}
const file = (id: string, inline = false) => `/api/evidence/${id}${inline ? '?inline=1' : ''}`;

eachDialect((dialect) => {
  describe('a paper of a drill', () => {
    it('stands behind the decision and a condition, and is for officials', async () => {
      const app = await givenApp(dialect);
      const { id, target } = await plannedDrill(app);
      const organiser = await app.as('organiser');
      const params = { drill: id };
      const unfiled = await upload(organiser, 'Quyết định.png', png);
      const approve = { decisionNumber: '01/QĐ-MẪU', decidedOn: '2026-11-01', fileId: unfiled };
      expect((await organiser.refused(drillApprove, { params, body: approve })).issues).toMatchObject([
        { path: ['fileId'] },
      ]);
      const paper = await organiser.call(evidenceAttachDocument, { params, body: { upload: unfiled } });
      expect(paper).toMatchObject({ id: unfiled, sha256: sha256(png) });
      await organiser.call(drillApprove, { params, body: approve });
      expect((await organiser.call(drillRead, { params })).decision).toMatchObject({ fileId: paper.id });

      const consent = {
        item: 'target_consent' as const,
        targetId: target,
        reference: '12/CV-MẪU',
        on: '2026-11-02',
        note: '',
      };
      const strange = await organiser.refused(gateRecord, { params, body: { ...consent, fileId: 'nothing' } });
      expect(strange.issues).toMatchObject([{ path: ['fileId'] }]);
      await organiser.call(gateRecord, { params, body: { ...consent, fileId: paper.id } });
      const { lines } = await organiser.call(gateRead, { params });
      expect(lines.find(({ item }) => item === 'target_consent')?.record?.fileId).toBe(paper.id);

      expect(Buffer.from(await (await organiser.fetch(file(paper.id))).arrayBuffer())).toEqual(png);
      for (const login of ['red', 'staff', 'officer'] as const)
        expect((await (await app.as(login)).fetch(file(paper.id))).status).toBe(404);
      const other = await app.as('staff');
      expect(
        (await other.refused(evidenceAttachDocument, { params, body: { upload: unfiled } })).status,
      ).toBeGreaterThan(400);
      await app.close();
    });
  });

  describe('an upload', () => {
    it('arrives in pieces, is resumed, hashed, and becomes evidence of a finding', async () => {
      const app = await givenPlay(dialect);
      const { claim, id } = await attached(app);
      const { files } = await (await app.as('judge')).call(claimRead, { params: { drill, claim } });
      expect(files).toEqual([
        { id, kind: 'impact', name: 'Ảnh tác động.png', size: png.length, sha256: sha256(png), mediaType: 'image/png' },
      ]);
    });

    it('is refused before a byte is read when it is too large, and after the last when it is no evidence', async () => {
      const app = await givenPlay(dialect);
      const red = await app.as('red');
      expect(await code(await begin(red, 'x.png', 201 * 1024 * 1024))).toEqual([413, 'evidence.too_large']);
      const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100)]);
      const location = (await begin(red, 'x.png', exe.length)).headers.get('location') ?? '';
      expect(await code(await send(red, location, 0, exe))).toEqual([415, 'evidence.type']);
      expect(await readdir(app.kernel.evidenceDir)).toEqual([]);
    });

    it('is refused when the team has used up its quota, all members together', async () => {
      const app = await givenPlay(dialect);
      const claim = await app.submit('red');
      const big = {
        claimId: claim,
        evidenceId: 'big',
        kind: 'other' as const,
        name: 'x.zip',
        size: 5 * 1024 ** 3 - 50,
        sha256: 'x',
        mediaType: 'application/zip',
      };
      await app.given(drillStream, [{ type: 'claim.evidence_added', subject: claim, payload: big }], accountId('red'));
      await app.seat(drill, 'user', 'red', 'team-red');
      const mate = await app.as('user');
      expect((await begin(mate, 'x.png', 40)).status).toBe(201);
      expect(await code(await begin(mate, 'x.png', 40))).toEqual([413, 'evidence.quota']);
      expect((await begin(await app.as('red2'), 'x.png', 40)).status).toBe(201);
    });

    it('belongs to who began it; strangers, other sites and the uninvited get nothing', async () => {
      const app = await givenPlay(dialect);
      const red = await app.as('red');
      const location = (await begin(red, 'x.png', png.length)).headers.get('location') ?? '';
      const blue = await app.as('blue');
      expect(await code(await send(blue, location, 0, png))).toEqual([404, 'not_found']);
      expect((await blue.fetch(location, { method: 'DELETE', headers: { 'tus-resumable': '1.0.0' } })).status).toBe(
        404,
      );
      expect(await code(await begin(app.visitor(), 'x.png', 10))).toEqual([401, 'session.required']);
      expect(await code(await begin(red, 'x.png', 10, { 'sec-fetch-site': 'cross-site' }))).toEqual([
        403,
        'request.cross_site',
      ]);
      expect(await code(await red.fetch(location))).toEqual([405, 'request.method']);
      const claim = await app.submit('red');
      expect(
        (
          await red.refused(evidenceAttachClaim, {
            params: { drill, claim },
            body: { upload: location.split('/').at(-1) ?? '' },
          })
        ).code,
      ).toBe('evidence.unfinished');
    });

    it('is evidence once, and stays', async () => {
      const app = await givenPlay(dialect);
      const { claim, id } = await attached(app);
      const red = await app.as('red');
      expect((await red.refused(evidenceAttachClaim, { params: { drill, claim }, body: { upload: id } })).code).toBe(
        'evidence.attached',
      );
      await red.fetch(`${uploadAddress}/${id}`, { method: 'DELETE', headers: { 'tus-resumable': '1.0.0' } });
      expect((await red.fetch(file(id))).status).toBe(200);
    });

    it('is swept away after a day if it became nothing', async () => {
      const app = await givenPlay(dialect);
      const { id } = await attached(app);
      await upload(await app.as('red'), 'thừa.png', png);
      app.clock.set(Date.now() + 25 * 3_600_000);
      await app.jobs.runDue();
      expect((await readdir(app.kernel.evidenceDir)).sort()).toEqual([id, `${id}.json`]);
    });
  });

  describe('a file', () => {
    it('is for those who may read the finding', async () => {
      const app = await givenPlay(dialect);
      const { id } = await attached(app);
      const statuses = [];
      for (const login of ['red', 'judge', 'control', 'red2', 'blue', 'observer', 'admin'] as const)
        statuses.push((await (await app.as(login)).fetch(file(id))).status);
      expect(statuses).toEqual([200, 200, 200, 404, 404, 404, 404]);
    });

    it('comes as it was sent, to be saved; images may show, with nothing allowed in them', async () => {
      const app = await givenPlay(dialect);
      const { id } = await attached(app);
      const judge = await app.as('judge');
      const saved = await judge.fetch(file(id));
      expect(Buffer.from(await saved.arrayBuffer()).equals(png)).toBe(true);
      expect(saved.headers.get('content-disposition')).toBe(
        `attachment; filename*=UTF-8''${encodeURIComponent('Ảnh tác động.png')}`,
      );
      const shown = await judge.fetch(file(id, true));
      expect([shown.headers.get('content-type'), shown.headers.get('x-content-type-options')]).toEqual([
        'image/png',
        'nosniff',
      ]);
      expect(shown.headers.get('content-disposition')).toMatch(/^inline/);
      expect(shown.headers.get('content-security-policy')).toContain('sandbox');
    });

    it('is refused, with an alarm, when one byte has changed', async () => {
      const app = await givenPlay(dialect);
      const { id } = await attached(app);
      const path = join(app.kernel.evidenceDir, id);
      const bytes = await readFile(path);
      bytes[2_000]! ^= 1;
      await writeFile(path, bytes);
      const judge = await app.as('judge');
      expect((await judge.refused(evidenceRead, { params: { evidence: id }, query: {} })).code).toBe(
        'evidence.damaged',
      );
      expect(app.log.find((entry) => entry['event'] === 'evidence_damaged')).toMatchObject({ evidence: id });
      await appendFile(path, 'x');
      expect((await judge.fetch(file(id))).status).toBe(409);
    });

    it('of a defence ticket is for its team, control and judges, never for the attack', async () => {
      const app = await givenPlay(dialect);
      const blue = await app.as('blue');
      const { id: incident } = await blue.call(ticketCreate, { params: { drill }, body: { title: 'Quét cổng lạ' } });
      const id = await upload(blue, 'tường lửa.log', Buffer.from('2026-11-16 08:00 DROP 203.0.113.7\n'.repeat(60)));
      await blue.call(evidenceAttachTicket.drill, { params: { drill, incident }, body: { upload: id } });
      expect((await blue.call(ticketRead, { params: { drill, incident } })).ticket.evidence).toMatchObject([
        { id, mediaType: 'text/plain' },
      ]);
      const status = async (login: 'blue' | 'judge' | 'red') => (await (await app.as(login)).fetch(file(id))).status;
      expect([await status('blue'), await status('judge'), await status('red')]).toEqual([200, 200, 404]);
      expect((await blue.refused(incidentRead, { params: { incident } })).code).toBe('not_found');
    });
  });
});
