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
      sink(`${asciiControls(JSON.stringify({ at: new Date(now()).toISOString(), level, event, ...facts }))}\n`);
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

/** JSON escapes C0 only; what else could begin a line, turn text around or steer a terminal is escaped too. The value stays the same. */
function asciiControls(json: string): string {
  return json.replace(/[\p{Cf}\u007f-\u009f\u2028\u2029]/gu, (char) =>
    char.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

export const silent: Logger = { info() {}, warn() {}, error() {} };
