import { get } from 'node:http';
import type { ClientRequest } from 'node:http';

export interface SseEvent {
  id: number | null;
  event: string;
  data: unknown;
}

export interface Listener {
  /** Every event heard, over all connections. */
  events: SseEvent[];
  /** The id to resume after. */
  lastId: number | null;
  connections: number;
  status: number;
  /** Cuts the line; the listener comes back by itself. */
  cut(): void;
  close(): void;
}

/** Listens like a browser does: comes back after every loss with the last id it has. */
export function listen(
  url: string,
  headers: Record<string, string>,
  { retry = 5, onEvent = (_event: SseEvent) => {} } = {},
): Listener {
  let request: ClientRequest | undefined;
  let closed = false;
  const listener: Listener = {
    events: [],
    lastId: null,
    connections: 0,
    status: 0,
    cut: () => request?.destroy(),
    close() {
      closed = true;
      request?.destroy();
    },
  };
  const again = () => void (closed || setTimeout(connect, retry));

  function connect(): void {
    if (closed) return;
    const resume: Record<string, string> = listener.lastId === null ? {} : { 'last-event-id': String(listener.lastId) };
    listener.connections += 1;
    request = get(url, { headers: { ...headers, ...resume }, agent: false }, (response) => {
      listener.status = response.statusCode ?? 0;
      let rest = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        const blocks = (rest + chunk).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) take(block);
      });
      response.once('close', again);
      response.on('error', () => {});
    });
    request.once('error', again);
  }

  function take(block: string): void {
    const fields = Object.fromEntries(
      block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
    );
    const id = fields['id'] === undefined ? null : Number(fields['id']);
    if (id !== null) listener.lastId = id;
    const event = { id, event: fields['event'] ?? 'message', data: JSON.parse(fields['data'] ?? 'null') as unknown };
    listener.events.push(event);
    onEvent(event);
  }

  connect();
  return listener;
}

/** The ids of the changes heard, in the order they came. */
export const changeIds = (listener: Listener) =>
  listener.events.filter(({ event }) => event === 'change').map(({ id }) => id);
