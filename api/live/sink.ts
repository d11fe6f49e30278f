import type { ServerResponse } from 'node:http';

/** One open event stream of a listener. */
export interface Sink {
  write(chunk: Buffer): void;
  /** Bytes that wait for a slow reader. */
  waiting(): number;
  close(): void;
  onClose(listener: () => void): void;
}

export const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
} as const;

/** Writes straight to the Node response: one shared buffer for a thousand listeners costs no copy. */
export function nodeSink(response: ServerResponse): Sink {
  response.writeHead(200, streamHeaders);
  response.flushHeaders();
  return {
    // Between end and close, a write would be an error nobody catches.
    write: (chunk) => void (response.writableEnded || response.destroyed || response.write(chunk)),
    waiting: () => response.writableLength,
    close: () => void response.end(),
    onClose: (listener) => void response.once('close', listener),
  };
}

/** The same over a web stream, where no Node response is at hand. */
export function webSink(): { sink: Sink; body: ReadableStream<Uint8Array> } {
  const listeners: (() => void)[] = [];
  let open = true;
  let out: ReadableStreamDefaultController<Uint8Array> | undefined;
  const ended = () => {
    open = false;
    for (const listener of listeners.splice(0)) listener();
  };
  const body = new ReadableStream<Uint8Array>({ start: (controller) => void (out = controller), cancel: ended });
  const sink: Sink = {
    write: (chunk) => (open ? out?.enqueue(chunk) : undefined),
    waiting: () => 0,
    close() {
      if (open) out?.close();
      ended();
    },
    onClose: (listener) => void listeners.push(listener),
  };
  return { sink, body };
}
