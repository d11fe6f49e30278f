import { describe, expect, it } from 'vitest';
import { fold } from '#api/domain/text.ts';
import { communes } from '#db/reference/provinces.ts';
import { sampleOrganisations } from '#db/reference/sample-province.ts';
import { keys, missing, repeated } from './reference-given.ts';

describe('sample organisations', () => {
  const known = keys(sampleOrganisations);
  const byKey = new Map(sampleOrganisations.map((org) => [org.key, org]));

  it('are enough, unique and joined in both directions', () => {
    expect(known.length).toBeGreaterThanOrEqual(150);
    expect(repeated(known)).toEqual([]);
    expect(repeated(sampleOrganisations.map((org) => fold(org.name)))).toEqual([]);
    expect(repeated(sampleOrganisations.flatMap((org) => org.domain ?? []))).toEqual([]);
    expect(repeated(sampleOrganisations.filter((org) => org.kind === 'commune').map((org) => org.code ?? ''))).toEqual(
      [],
    );
    expect(
      missing(
        sampleOrganisations.flatMap((org) => [org.parent, org.successor, ...org.predecessors]),
        known,
      ),
    ).toEqual([]);
    for (const org of sampleOrganisations)
      for (const old of org.predecessors) expect([old, byKey.get(old)?.successor]).toEqual([old, org.key]);
  });

  it('form a tree whose branches do not outlive it', () => {
    for (const org of sampleOrganisations) {
      const above = new Set<string>();
      for (let at = org.parent; at !== null; at = byKey.get(at)?.parent ?? null) {
        expect(above).not.toContain(at);
        above.add(at);
      }
      if (org.validFrom && org.validTo) expect(org.validFrom < org.validTo).toBe(true);
      if (org.successor) {
        expect(org.validTo).not.toBeNull();
        expect((byKey.get(org.successor)?.validFrom ?? '9999') > (org.validTo ?? '')).toBe(true);
      }
      const parent = org.parent === null ? undefined : byKey.get(org.parent);
      if (parent?.validTo) expect((org.validTo ?? '9999') <= parent.validTo).toBe(true);
    }
  });

  it('hold every commune, the merged provinces and the ministry of information departments with their dates', () => {
    expect(sampleOrganisations.filter((org) => org.kind === 'commune').map((org) => org.code)).toEqual(
      communes.map((c) => c.code),
    );
    expect(byKey.get('ubnd-tinh')?.predecessors.map((key) => byKey.get(key)?.validTo)).toEqual([
      '2025-06-30',
      '2025-06-30',
      '2025-06-30',
    ]);
    expect(byKey.get('so-tttt-vl-cu')).toMatchObject({ validTo: '2025-02-28', successor: 'so-khcn-vl-cu' });
    expect(byKey.get('vp-tinh-uy')).toMatchObject({ kind: 'party', parent: 'tinh-uy' });
  });
});
