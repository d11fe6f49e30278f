import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./writer.ts', import.meta.url));

/** Starts another process at work on the same data; each line it prints is handed over as it comes. */
export function startProcess(
  args: readonly string[],
  onLine: (line: string) => void,
): ChildProcess & { ended: Promise<void> } {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  lines.on('line', onLine);
  const ended = Promise.all([
    new Promise<void>((resolve) => lines.once('close', resolve)),
    new Promise<void>((resolve) => child.once('exit', () => resolve())),
  ]).then(() => {});
  return Object.assign(child, { ended });
}

/** Runs another process to its end; the lines it printed. */
export async function inProcess(...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  const child = startProcess(args, (line) => lines.push(line));
  await child.ended;
  if (child.exitCode !== 0) throw new Error(`${args[0]} ended with ${child.exitCode ?? child.signalCode}`);
  return lines;
}
