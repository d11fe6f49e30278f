import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLogger } from '#api/kernel/logger.ts';
import type { LogEvent } from '#api/kernel/log-events.ts';
import { logFormats } from '#api/kernel/log-format.ts';
import type { LogFormat } from '#api/kernel/log-format.ts';
import { readCef } from '#test/cef.ts';

const at = Date.UTC(2026, 2, 5, 16, 30);
const line = (facts: Record<string, unknown>) => ({ at, level: 'warn', event: 'refused', facts }) as const;

/** What somebody could try to put into a line. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
  fc
    .array(
      fc.constantFrom(
        ...[
          '\r',
          '\n',
          '\0',
          '|',
          '=',
          '\\',
          '\\n',
          ' suid=admin',
          'CEF:0|a|b|',
          '<81>1 ',
          '"',
          '","level":"error',
          ' ',
        ],
        ...['\u001b[2J', '\u009b2J', '\u0085', '\u2028', '\u2029', '\u202eabc', '\u{e0001}', '\\u000a', 'Đội 1', '\t'],
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);
const unsafe = /[\p{Cc}\p{Cf}\u2028\u2029]/u;
const reads: Record<LogFormat, (text: string) => Record<string, unknown>> = {
  json: (text) => JSON.parse(text) as Record<string, unknown>,
  cef: (text) => readCef(text).extension,
};
const formats = Object.keys(logFormats) as LogFormat[];

describe.each(formats)('%s', (format) => {
  it('no text can begin a line or a field of its own or steer a terminal; read back it is what it was (R14)', () => {
    fc.assert(
      fc.property(fc.tuple(hostile, hostile, hostile), ([one, two, three]) => {
        const facts = { status: 400, one, two, three };
        const written: string[] = [];
        createLogger(
          () => at,
          (text) => void written.push(text),
          format,
        ).warn('refused', facts);
        const [text = '', ...rest] = written.join('').split('\n');
        expect(rest).toEqual(['']);
        expect(text).not.toMatch(unsafe);
        const read = reads[format](text);
        expect(Object.keys(read)).toHaveLength(format === 'json' ? 7 : 5);
        expect(read).toMatchObject({ one, two, three });
      }),
      { numRuns: 1_000 },
    );
  });

  it('nor can the kind of a happening or the name of a fact', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const said = logFormats[format]({ at, level: 'info', event: text as LogEvent, facts: { [text]: 1 } });
        expect(said).not.toMatch(unsafe);
      }),
    );
  });
});

describe('cef', () => {
  it('is CEF:0 behind a head of RFC 5424, with severities by level', () => {
    const said = logFormats.cef(
      line({ code: 'forbidden', actor: 'account-1', requestId: 'r', network: '192.0.2.0/24' }),
    );
    const version = readCef(said).head[3];
    expect(said).toBe(
      `<84>1 2026-03-05T16:30:00.000Z - thao-truong - - - CEF:0|Thao Truong|Thao Truong|${version}|refused|refused|6|` +
        `rt=${at} reason=forbidden suid=account-1 externalId=r network=192.0.2.0/24`,
    );
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    const level = (one: 'info' | 'error') => readCef(logFormats.cef({ ...line({}), level: one }));
    expect([level('info').priority, level('info').head[6]]).toEqual([86, '3']);
    expect([level('error').priority, level('error').head[6]]).toEqual([83, '8']);
  });

  it('escapes backslash and pipe in the head, backslash, equals sign and ends of lines after it', () => {
    const said = logFormats.cef({ ...line({ error: 'a\\b=c|d\r\ne' }), event: 'a|b\\c' as LogEvent });
    expect(said).toContain('|a\\|b\\\\c|');
    expect(said).toMatch(/ msg=a\\\\b\\=c\|d\\r\\ne$/);
  });

  it('says nothing of a fact there is none of, and a fact of many parts as JSON', () => {
    expect(readCef(logFormats.cef(line({ actor: null, operation: undefined, list: [1, 'a=b'] }))).extension).toEqual({
      rt: String(at),
      list: '[1,"a=b"]',
    });
  });
});
