import product from '../../package.json' with { type: 'json' };
import type { LogEvent } from './log-events.ts';

export type Level = 'info' | 'warn' | 'error';
export interface LogLine {
  /** ms */
  at: number;
  level: Level;
  event: LogEvent;
  facts: Record<string, unknown>;
}
type Format = (line: LogLine) => string;

/** How a line is written, without its end. */
export const logFormats = { json, cef } satisfies Record<string, Format>;
export type LogFormat = keyof typeof logFormats;

/** One JSON object. */
function json({ at, level, event, facts }: LogLine): string {
  return visible(JSON.stringify({ at: iso(at), level, event, ...facts }));
}

/** Of RFC 5424 (the facility is security, 10) and of CEF. */
const severities = { info: [6, 3], warn: [4, 6], error: [3, 8] } as const;
/** Facts that the dictionary of CEF has a key for; the others keep their names. */
const keys: Record<string, string> = {
  actor: 'suid',
  by: 'suid',
  account: 'duid',
  requestId: 'externalId',
  operation: 'act',
  did: 'act',
  code: 'reason',
  error: 'msg',
};

/** ArcSight Common Event Format 0 behind a head of RFC 5424. */
function cef({ at, level, event, facts }: LogLine): string {
  const [syslog, severity] = severities[level];
  const head = ['CEF:0', 'Thao Truong', 'Thao Truong', product.version, event, event, `${severity}`].map(inHead);
  const extension = Object.entries({ rt: at, ...facts })
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${keyOf(name)}=${inValue(typeof value === 'string' ? value : JSON.stringify(value))}`);
  return `<${10 * 8 + syslog}>1 ${iso(at)} - thao-truong - - - ${head.join('|')}|${extension.join(' ')}`;
}

const iso = (at: number) => new Date(at).toISOString();
const keyOf = (name: string) => (Object.hasOwn(keys, name) ? keys[name] : name.replace(/[^A-Za-z0-9]/g, ''));
const inHead = (text: string) => visible(text.replace(/[\\|]/g, '\\$&'));
const inValue = (text: string) =>
  visible(text.replace(/[\\=]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r'));

/** What could begin a line, turn text around or steer a terminal, as `\u` and its number: in JSON the same value. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (char) =>
    char.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}
