import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';

// A process that asks the same change again and again under new keys, over `connections` lines kept open, one request
// at a time on each: bare sockets, so that it takes as little of the machine as can be from what it measures.
export interface Errand {
  port: number;
  path: string;
  headers: Record<string, string>;
  body: string;
  connections: number;
  seconds: number;
}

/** Answers counted, and for how long (ms), from the first question to the last answer. */
export interface Done {
  count: number;
  ms: number;
}

async function run({ port, path, headers, body, connections, seconds }: Errand): Promise<Done> {
  const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers, 'content-length': Buffer.byteLength(body) });
  const head = `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}`;
  const [before, after] = [Buffer.from(`${head}idempotency-key: `), Buffer.from(`\r\n\r\n${body}`)];
  const from = performance.now();
  const until = from + seconds * 1_000;
  let count = 0;
  const line = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      const ask = () => socket.write(Buffer.concat([before, Buffer.from(randomUUID()), after]));
      let heard = '';
      socket.setNoDelay(true).once('connect', ask).once('error', reject);
      socket.on('data', (chunk) => {
        heard += chunk.toString('latin1');
        const end = heard.indexOf('\r\n\r\n');
        const length = Number(/content-length: (\d+)/i.exec(heard)?.[1]);
        if (end < 0 || heard.length < end + 4 + length) return;
        if (!heard.startsWith('HTTP/1.1 200 ')) return void reject(new Error(heard));
        heard = '';
        count += 1;
        if (performance.now() < until) ask();
        else socket.end(resolve);
      });
    });
  await Promise.all(Array.from({ length: connections }, line));
  return { count, ms: performance.now() - from };
}

process.on('message', (errand: Errand) => {
  void run(errand).then(
    (done) => process.send?.(done),
    (error: unknown) => process.send?.({ failed: String(error) }),
  );
});
process.once('disconnect', () => process.exit(0));
