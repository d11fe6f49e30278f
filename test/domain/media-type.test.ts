import { expect, test } from 'vitest';
import { sniffMediaType } from '#api/domain/media-type.ts';

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)));

test.each<[string, Uint8Array, string, string | null]>([
  ['png whatever its name', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a]), 'x.exe', 'image/png'],
  ['jpeg', bytes([0xff, 0xd8, 0xff, 0xe0]), 'x.jpg', 'image/jpeg'],
  ['webp', bytes('RIFF', [1, 2, 3, 4], 'WEBP'), 'x.webp', 'image/webp'],
  ['pdf', bytes('%PDF-1.7'), 'x.pdf', 'application/pdf'],
  ['pcap', bytes([0xd4, 0xc3, 0xb2, 0xa1]), 'x.pcap', 'application/vnd.tcpdump.pcap'],
  ['zip', bytes('PK', [3, 4], 'a.txt'), 'x.zip', 'application/zip'],
  [
    'xlsx',
    bytes('PK', [3, 4], '[Content_Types].xml'),
    'x.xlsx',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ],
  ['a zip that says it is a workbook', bytes('PK', [3, 4], 'evil.js'), 'x.xlsx', 'application/zip'],
  ['a Vietnamese log cut within a letter', bytes('Đã chặn', [0xe1, 0xba]), 'x.log', 'text/plain'],
  ['csv', bytes('a,b'), 'x.CSV', 'text/csv'],
  ['binary named txt', bytes('a', [0], 'b'), 'x.txt', null],
  ['Latin-1 named txt', bytes([0x61, 0xe9, 0x62]), 'x.txt', null],
  ['html', bytes('<html>'), 'x.html', null],
  ['svg', bytes('<svg xmlns'), 'x.svg', null],
  ['exe named png', bytes('MZ', [0x90]), 'x.png', null],
  ['nothing', bytes(), 'x.png', null],
])('%s', (_, head, name, expected) => expect(sniffMediaType(head, name)).toBe(expected));
