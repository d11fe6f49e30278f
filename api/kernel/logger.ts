/** Structured log: one JSON object a line. Values are facts about the request, never bodies, cookies or tokens. */
export interface Logger {
  info(event: string, facts?: Record<string, unknown>): void;
  warn(event: string, facts?: Record<string, unknown>): void;
  error(event: string, facts?: Record<string, unknown>): void;
}

/** Writes JSON lines with an ISO time to `sink` (default: standard output). */
export function createLogger(
  now: () => number,
  sink: (line: string) => void = (line) => process.stdout.write(line),
): Logger {
  const write =
    (level: string) =>
    (event: string, facts: Record<string, unknown> = {}) =>
      sink(`${JSON.stringify({ at: new Date(now()).toISOString(), level, event, ...facts })}\n`);
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

export const silent: Logger = { info() {}, warn() {}, error() {} };
