import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { expect, it, onTestFinished, vi } from 'vitest';
import { Group } from '#api/live/group.ts';
import { nodeSink } from '#api/live/sink.ts';
import type { Sink } from '#api/live/sink.ts';
import type { LiveEntry } from '#api/live/source.ts';
import { drillIn } from '#test/drill-in.ts';
import { eachDialect, givenApp } from '#test/given.ts';

const drill = 'drill-1';
const stream = `drill:${drill}`;

/** Two readers of one server: the sink at its end, the socket at theirs. */
async function givenReaders(count: number): Promise<{ sink: Sink; client: Socket }[]> {
  const sinks: Sink[] = [];
  const server = createServer((_request, response) => void sinks.push(nodeSink(response)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const readers = [];
  for (let i = 0; i < count; i += 1) {
    const client = connect((server.address() as AddressInfo).port, '127.0.0.1').on('error', () => {});
    client.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
    await expect.poll(() => sinks.length).toBe(i + 1);
    onTestFinished(() => void client.destroy());
    readers.push({ sink: sinks[i]!, client });
  }
  onTestFinished(() => void server.close().closeAllConnections());
  return readers;
}

it.each(['changes', 'beats'])(
  'a reader that takes nothing is dropped, and %s wait for nobody else (R44)',
  async (what) => {
    const [slow, fast] = await givenReaders(2);
    const entries: LiveEntry[] = [];
    const group = new Group({ entries, catchUp: async () => {} });
    for (const { sink } of [slow!, fast!]) await group.join({ sink, stillAllowed: async () => true }, null);
    let heard = 0;
    slow!.client.pause();
    fast!.client.on('data', (chunk) => (heard += chunk.length));
    const topic = 'x'.repeat(64 * 1024);
    let sent = 0;
    // The system holds some megabytes for a reader before anything waits with us.
    for (; sent < 2_000 && slow!.sink.open(); sent += 1) {
      if (what === 'beats') group.beat(Buffer.from(topic));
      else {
        entries.push({ topics: [topic] });
        await group.poke();
      }
      await expect.poll(() => heard).toBeGreaterThanOrEqual((sent + 1) * topic.length);
      expect(slow!.sink.waiting()).toBeLessThanOrEqual(256 * 1024 + 2 * topic.length);
    }
    expect(slow!.sink.open()).toBe(false);
    expect(sent).toBeLessThan(2_000);
    expect(fast!.sink.open()).toBe(true);
  },
);

eachDialect((dialect) => {
  it('a session that merely runs out ends the stream that it opened, within a minute (R8)', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const app = await givenApp(dialect);
    await app.given(stream, drillIn('live', app.clock.now()));
    await app.seat(drill, 'observer', 'observer');
    const response = await (await app.as('observer')).fetch(`/api/live/${stream}`);
    expect(response.status).toBe(200);
    const reader = response.body!.getReader();
    onTestFinished(() => reader.cancel().catch(() => {}));
    let ended = false;
    void (async () => {
      while (!(await reader.read()).done);
      ended = true;
    })();
    await expect.poll(() => app.live.listeners).toBe(1);
    // Asked again while the session lasts, it stays.
    app.clock.pass(60_000);
    vi.advanceTimersByTime(60_000);
    for (let i = 0; i < 20; i += 1) await new Promise(setImmediate);
    expect([ended, app.live.listeners]).toEqual([false, 1]);
    app.clock.pass(25 * 3_600_000);
    vi.advanceTimersByTime(60_000);
    await expect.poll(() => [ended, app.live.listeners]).toEqual([true, 0]);
  });

  it('who comes while the server ends is sent away too, and holds nothing', async () => {
    const app = await givenApp(dialect);
    await app.given(stream, drillIn('live', app.clock.now()));
    await app.seat(drill, 'observer', 'observer');
    const client = await app.as('observer');
    app.live.close();
    const late = await client.fetch(`/api/live/${stream}?after=0`);
    expect(late.status).toBe(200);
    expect(await late.text()).toContain('event: hello');
    expect(app.live.listeners).toBe(0);
  });
});
