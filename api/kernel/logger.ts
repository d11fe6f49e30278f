import type { LogEvent } from './log-events.ts';
import { logFormats } from './log-format.ts';
import type { Level, LogFormat } from './log-format.ts';

type Write = (event: LogEvent, facts?: Record<string, unknown>) => void;

/** Structured log: one line a happening. Values are facts about the request, never bodies, cookies or tokens. */
export type Logger = Record<Level, Write>;

/** Writes lines to `sink` (default: standard output). */
export function createLogger(
  now: () => number,
  sink: (line: string) => void = (line) => process.stdout.write(line),
  format: LogFormat = 'json',
): Logger {
  const write =
    (level: Level): Write =>
    (event, facts = {}) =>
      sink(`${logFormats[format]({ at: now(), level, event, facts })}\n`);
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

export const silent: Logger = { info() {}, warn() {}, error() {} };
