import { getRequestListener } from '@hono/node-server';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Upload } from 'tus-js-client';
import { expect, it, onTestFinished } from 'vitest';
import { evidenceAttachClaim, uploadAddress } from '#api/contract/evidence.ts';
import { eachDialect } from '#test/given.ts';
import { drill, givenPlay } from './drill-play.ts';

const piece = 1024 * 1024;

eachDialect((dialect) => {
  it('a file of 12 MB goes through the real client, is cut off half way, resumed, and is whole', async () => {
    const app = await givenPlay(dialect);
    const red = await app.as('red');
    const server = createServer(
      getRequestListener((request, env) => app.app.fetch(request, env), { overrideGlobalObjects: false }),
    ).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const bytes = Buffer.concat([Buffer.from([0xd4, 0xc3, 0xb2, 0xa1]), randomBytes(12 * piece)]);
    const options = {
      endpoint: `http://127.0.0.1:${port}${uploadAddress}`,
      chunkSize: piece,
      metadata: { filename: 'bắt gói.pcap' },
      retryDelays: null,
      headers: {
        cookie: [...red.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'sec-fetch-site': 'same-origin',
      },
    };

    const uploadUrl = await new Promise<string>((cut, reject) => {
      const first = new Upload(bytes, {
        ...options,
        onError: reject,
        onChunkComplete: (_size, sent) => {
          if (sent >= 5 * piece) void first.abort().then(() => cut(first.url ?? ''));
        },
      });
      first.start();
    });
    let resumedFrom = -1;
    await new Promise<void>((done, reject) => {
      new Upload(bytes, {
        ...options,
        uploadUrl,
        onError: reject,
        onSuccess: () => done(),
        onProgress: (sent) => void (resumedFrom = resumedFrom < 0 ? sent : resumedFrom),
      }).start();
    });
    expect(resumedFrom).toBeGreaterThanOrEqual(5 * piece);

    const claim = await app.submit('red');
    const file = await red.call(evidenceAttachClaim, {
      params: { drill, claim },
      body: { upload: uploadUrl.split('/').at(-1) ?? '' },
    });
    expect(file).toMatchObject({
      name: 'bắt gói.pcap',
      size: bytes.length,
      mediaType: 'application/vnd.tcpdump.pcap',
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
  });
});
