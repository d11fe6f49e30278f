import { describe, expect, it } from 'vitest';
import { fold } from '#api/domain/text.ts';
import { expandSample } from '#db/reference/sample-province.ts';
import { keys, missing, repeated, exampleHost } from './reference-given.ts';

describe('the sample at load size', () => {
  const size = { orgs: 300, accounts: 7300, portals: 50 };
  const full = expandSample(size);

  it('has the asked numbers, unique, joined and invented', () => {
    expect([full.organisations.length, full.accounts.length, full.portals.length]).toEqual([300, 7300, 50]);
    const orgs = new Set(keys(full.organisations));
    expect(orgs.size).toBe(300);
    expect(repeated(full.organisations.map((org) => fold(org.name)))).toEqual([]);
    expect(
      missing(
        full.organisations.map((org) => org.parent),
        orgs,
      ),
    ).toEqual([]);
    expect(
      missing(
        [...full.accounts, ...full.portals].map((item) => item.org),
        orgs,
      ),
    ).toEqual([]);
    expect(new Set(full.accounts.map((account) => account.login)).size).toBe(7300);
    expect(new Set(full.portals.map((portal) => portal.domain)).size).toBe(50);
    for (const portal of full.portals) expect(portal.domain).toMatch(exampleHost);
    for (const account of full.accounts) expect(account.email).toBe(`${account.login}@vinhlong-mau.example`);
  });

  it('is the same every time, and grows without changing what was there', () => {
    expect(expandSample(size)).toEqual(full);
    const bigger = expandSample({ orgs: 1500, accounts: 8000, portals: 100 });
    expect(bigger.organisations.slice(0, 300)).toEqual(full.organisations);
    expect(bigger.accounts.length).toBe(8000);
    expect(new Set(keys(bigger.organisations)).size).toBe(1500);
  });
});
