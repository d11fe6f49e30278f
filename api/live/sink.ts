import type { ServerResponse } from 'node:http';
import { takeSocket } from './take-socket.ts';

/** One open event stream of a listener. */
export interface Sink {
  /** False once the listener is gone. */
  open(): boolean;
  write(chunk: Buffer): void;
  /** Bytes that wait for a slow reader. */
  waiting(): number;
  close(): void;
  /** Calls back once: at once, where the listener has gone already. */
  onClose(listener: () => void): void;
}

export const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
} as const;

/** Of a listener who left while being let in. */
const gone: Sink = { open: () => false, write() {}, waiting: () => 0, close() {}, onClose: (listener) => listener() };

/** Writes straight to the connection: one shared buffer for ten thousand listeners costs no copy, no frame and no second write. */
export function nodeSink(response: ServerResponse): Sink {
  if (!response.socket) return gone;
  const socket = takeSocket(response, response.socket, 200, streamHeaders);
  return {
    open: () => !socket.destroyed,
    // Between end and close, a write would be an error nobody catches.
    write: (chunk) => void (socket.writable && socket.write(chunk)),
    waiting: () => socket.writableLength,
    // What a slow reader has not taken it asks for again, after the last id it has.
    close: () => (socket.writableLength > 0 ? void socket.destroy() : socket.destroySoon()),
    onClose: (listener) => (socket.destroyed ? listener() : void socket.once('close', listener)),
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
    open: () => open,
    write: (chunk) => (open ? out?.enqueue(chunk) : undefined),
    waiting: () => 0,
    close() {
      if (open) out?.close();
      ended();
    },
    onClose: (listener) => (open ? void listeners.push(listener) : listener()),
  };
  return { sink, body };
}
