import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import type { Server } from 'node:http';
import { connect, Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { nodeSink } from '#api/live/sink.ts';
import type { Sink } from '#api/live/sink.ts';

interface Opened {
  server: Server;
  client: Socket;
  sink: Sink;
  heard(): string;
  closed(): boolean;
}

/** A client that asked for a stream and got it from a server that sets a header on everything. */
async function opened(): Promise<Opened> {
  let heard = '';
  let closed = false;
  const sinks: Sink[] = [];
  const server = createServer((_request, response) => {
    response.setHeader('x-everywhere', 'yes');
    const sink = nodeSink(response);
    sink.onClose(() => (closed = true));
    sinks.push(sink);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  onTestFinished(() => {
    client.destroy();
    server.close().closeAllConnections();
  });
  client.on('error', () => {}).on('data', (chunk) => (heard += chunk.toString('latin1')));
  client.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
  await expect.poll(() => heard).toContain('\r\n\r\n');
  return { server, client, sink: sinks[0]!, heard: () => heard, closed: () => closed };
}
/** The server has let go of the connection; what follows meets nothing but the socket. */
const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

it('sends the headers of every answer, then nothing but what is written', async () => {
  const { sink, heard, server, closed } = await opened();
  await turn();
  sink.write(Buffer.from('một\n\n'));
  sink.write(Buffer.from('hai\n\n'));
  sink.close();
  await expect.poll(closed).toBe(true);
  const [head = '', body] = Buffer.from(heard(), 'latin1').toString('utf8').split('\r\n\r\n');
  expect(body).toBe('một\n\nhai\n\n');
  expect(head).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(head.toLowerCase()).toContain('x-everywhere: yes');
  expect(head.toLowerCase()).toContain('content-type: text/event-stream');
  expect(head.toLowerCase()).toContain('connection: close');
  expect(head.toLowerCase()).not.toContain('transfer-encoding');
  await new Promise((resolve) => server.close(resolve));
});

it('leaves nothing with the HTTP server, which would hold it for as long as the stream lasts', async () => {
  const { server, sink } = await opened();
  await turn();
  server.closeAllConnections();
  await turn();
  expect(sink.open()).toBe(true);
});

it('ends when the listener goes, politely or not', async () => {
  for (const go of ['end', 'destroy', 'resetAndDestroy'] as const) {
    const { client, sink, closed } = await opened();
    client[go]();
    await expect.poll(closed).toBe(true);
    expect(sink.open()).toBe(false);
    sink.write(Buffer.from('x'));
    let late = false;
    sink.onClose(() => (late = true));
    expect(late).toBe(true);
  }
});

it('lets go of a reader that takes nothing, without waiting for it', async () => {
  const { client, sink, closed } = await opened();
  client.pause();
  const chunk = Buffer.alloc(1024 * 1024, 'a');
  for (let i = 0; i < 64 && sink.waiting() <= chunk.length; i += 1) {
    sink.write(chunk);
    await turn();
  }
  expect(sink.waiting()).toBeGreaterThan(0);
  sink.close();
  await expect.poll(closed).toBe(true);
});

it('does not care what a listener sends after its request', async () => {
  const { client, sink, heard } = await opened();
  await turn();
  client.write('GET /again HTTP/1.1\r\nHost: a\r\n\r\n');
  await turn();
  sink.write(Buffer.from('sau\n\n'));
  await expect.poll(heard).toMatch(/sau\n\n$/);
  expect(heard().match(/HTTP\/1\.1/g)).toHaveLength(1);
});

it('takes a listener who left while being let in for gone', () => {
  const sink = nodeSink(new ServerResponse(new IncomingMessage(new Socket())));
  let told = false;
  sink.onClose(() => (told = true));
  sink.write(Buffer.from('x'));
  expect([sink.open(), told]).toEqual([false, true]);
});
