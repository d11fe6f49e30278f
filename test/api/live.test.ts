import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { expect, it, onTestFinished } from 'vitest';
import type { NewEvent } from '#api/domain/event.ts';
import { drillIn } from '#test/drill-in.ts';
import { accountId, eachDialect, givenApp } from '#test/given.ts';
import type { App, Client } from '#test/given.ts';
import { changeIds, listen } from '#test/sse.ts';
import type { Listener } from '#test/sse.ts';

const drill = 'drill-1';
const stream = `drill:${drill}`;
const announce = (text: string): NewEvent => ({
  type: 'drill.announced',
  subject: null,
  payload: { text, audience: 'everyone', mustRead: false },
});
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

async function givenDrill(app: App): Promise<string> {
  await app.given(stream, drillIn('live', app.clock.now()));
  await app.seat(drill, 'blue', 'blue', 'team-blue');
  await app.seat(drill, 'observer', 'observer');
  const server = createServer(
    getRequestListener((request, env) => app.app.fetch(request, env), { overrideGlobalObjects: false }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close().closeAllConnections());
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

function join(url: string, client: Client, from: number | null = 0): Listener {
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const listener = listen(`${url}/api/live/${stream}${from === null ? '' : `?after=${from}`}`, { cookie });
  onTestFinished(() => listener.close());
  return listener;
}

/** What a client that never loses its line has heard; nothing is left out before it connects. */
const known = (listener: Listener) => Number(listener.events.findLast(({ id }) => id !== null)?.id ?? 0);

eachDialect((dialect) => {
  it('tells every change exactly once through cut lines and a restart of the server', async () => {
    const app = await givenApp(dialect);
    const url = await givenDrill(app);
    const steady = join(url, await app.as('observer'));
    const shaky = join(url, await app.as('observer'));
    await expect.poll(() => known(steady)).toBeGreaterThan(0);
    const before = known(steady);
    for (let i = 1; i <= 200; i += 1) {
      await app.given(stream, [announce(`tin ${i}`)]);
      if (i % 10 === 5) {
        const connected = shaky.connections;
        shaky.cut();
        await expect.poll(() => shaky.connections).toBeGreaterThan(connected);
      }
      if (i === 100) await app.restart();
    }
    await expect.poll(() => known(shaky)).toBe(before + 200);
    await expect.poll(() => known(steady)).toBe(before + 200);
    expect(changeIds(shaky)).toEqual(upTo(before + 200));
    expect(changeIds(steady)).toEqual(upTo(before + 200));
    expect(shaky.connections).toBeGreaterThanOrEqual(20);
  });

  it('says nothing to whoever may not listen, and ends when the seat is taken away', async () => {
    const app = await givenApp(dialect);
    const url = await givenDrill(app);
    const stranger = join(url, await app.as('user'));
    const visitor = join(url, app.visitor());
    const blue = join(url, await app.as('blue'));
    await expect.poll(() => known(blue)).toBeGreaterThan(0);
    await expect.poll(() => [stranger.status, visitor.status]).toEqual([404, 404]);
    const heard = known(blue);
    const payload = { accountId: accountId('blue'), role: 'blue' as const, reason: 'rời đội' };
    await app.given(stream, [{ type: 'drill.seat_taken_away', subject: accountId('blue'), payload }]);
    await expect.poll(() => blue.status).toBe(404);
    await app.given(stream, [announce('sau khi rời')]);
    expect(known(blue)).toBeLessThanOrEqual(heard + 1);
    expect([...stranger.events, ...visitor.events]).toEqual([]);
  });

  it('begins at the present for whoever asks for nothing older', async () => {
    const app = await givenApp(dialect);
    const url = await givenDrill(app);
    const all = join(url, await app.as('observer'));
    await expect.poll(() => known(all)).toBeGreaterThan(0);
    const fresh = join(url, await app.as('observer'), null);
    await expect.poll(() => known(fresh)).toBe(known(all));
    expect(changeIds(fresh)).toEqual([]);
    const next = known(fresh) + 1;
    await app.given(stream, [announce('mới')]);
    await expect.poll(() => changeIds(fresh)).toEqual([next]);
  });
});
