import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { flags } from '#test/start-flags.ts';
import type { Facts, Passage, Seal } from './server.ts';

const program = fileURLToPath(new URL('./server.ts', import.meta.url));

/** The built server, running in a process of its own. */
export interface ServerProcess {
  url: string;
  pid: number;
  /** Of a server nobody has set up yet. */
  setupCode: string | null;
  /** Puts facts into the log and their rows beside it. */
  given(stream: string, events: Facts['events'], actor?: string): Promise<void>;
  /** Moves its clock on, ms. */
  pass(ms: number): Promise<void>;
  /** Signs the head of a stream. */
  seal(stream: string): Promise<void>;
  stop(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
}

interface Start {
  /** Nobody has set it up yet. */
  untouched?: boolean;
  /** Keeps its data here, and leaves them. */
  folder?: string;
  port?: number;
}

export async function startServer({ untouched = false, folder, port }: Start = {}): Promise<ServerProcess> {
  const env = {
    ...process.env,
    // As `npm start` does: no compiler of types in the process.
    NODE_COMPILE_CACHE: fileURLToPath(new URL('../../node_modules/.cache/compile/', import.meta.url)),
    ...(untouched && { E2E_UNTOUCHED: '1' }),
    ...(folder && { E2E_FOLDER: folder }),
    ...(port && { E2E_PORT: String(port) }),
  };
  const child = fork(program, { env, execArgv: flags });
  const exited = once(child, 'exit');
  const answer = async () => {
    const [message] = (await Promise.race([
      once(child, 'message'),
      exited.then(([code]) => Promise.reject(new Error(`the server ended with ${code}`))),
    ])) as [{ url?: string; setupCode?: string | null; failed?: string }];
    if (message.failed) throw new Error(message.failed);
    return message;
  };
  const { url = '', setupCode = null } = await answer();
  return {
    url,
    pid: child.pid ?? 0,
    setupCode,
    async given(stream, events, actor) {
      child.send({ stream, events, ...(actor ? { actor } : {}) } satisfies Facts);
      await answer();
    },
    async pass(ms) {
      child.send({ pass: ms } satisfies Passage);
      await answer();
    },
    async seal(stream) {
      child.send({ seal: stream } satisfies Seal);
      await answer();
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async stop() {
      child.disconnect();
      await exited;
    },
  };
}
