import { describe, expect, it } from 'vitest';
import { walk, texts, isDate, documentation, exampleHost, files, read } from './reference-given.ts';

describe.each(files)('%s', (name) => {
  const data = read(name);

  it('is NFC, without hidden characters or stray spaces', () => {
    for (const text of [...texts(data), ...[...walk(data)].map((node) => node.key)]) {
      expect(text).toBe(text.normalize('NFC').trim());
      expect(text).not.toMatch(/[\u0000-\u001f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]| {2}/);
    }
  });

  it('holds only real calendar days', () => {
    const named = /^(validFrom|validTo|date|confirmedOn|checkedOn|approvalDue|planDue|effectiveFrom|effectiveTo|asOf)$/;
    for (const { key, value } of walk(data)) if (named.test(key) && value !== null) expect(value).toSatisfy(isDate);
  });

  it('names no mailbox, site or address of the real world', () => {
    for (const text of texts(data)) {
      for (const [, host] of text.matchAll(/(?:@|https?:\/\/)([^\s/:"]+)/g)) expect(host).toMatch(exampleHost);
      for (const [address] of text.matchAll(/\b\d{1,3}(\.\d{1,3}){3}\b/g)) expect(address).toMatch(documentation);
      expect(text).not.toMatch(/\b[a-z0-9-]+\.(vn|com|net|org|gov|edu|info|io)\b/i);
      expect(text).not.toMatch(/(\+84|\b0)[35789]\d{8}\b/);
    }
  });
});
