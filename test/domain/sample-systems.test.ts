import { describe, expect, it } from 'vitest';
import { fold } from '#api/domain/text.ts';
import { sampleOrganisations, samplePeople, sampleSystems } from '#db/reference/sample-province.ts';
import { keys, missing, repeated, documentation, exampleHost } from './reference-given.ts';

describe('sample systems', () => {
  const known = keys(sampleSystems);

  it('are enough, unique and refer to what exists', () => {
    expect(known.length).toBeGreaterThanOrEqual(40);
    expect(repeated(known)).toEqual([]);
    expect(repeated(sampleSystems.map((system) => fold(system.name)))).toEqual([]);
    expect(repeated(sampleSystems.flatMap((system) => [...system.domains, ...system.addresses]))).toEqual([]);
    expect(
      missing(
        sampleSystems.flatMap((system) => [system.owner, system.operator]),
        keys(sampleOrganisations),
      ),
    ).toEqual([]);
    expect(
      missing(
        sampleSystems.flatMap((s) => [s.hostedOn, s.successor, ...s.predecessors, ...s.links.map((link) => link.to)]),
        known,
      ),
    ).toEqual([]);
    expect(
      missing(
        sampleSystems.flatMap((system) => system.contacts.map((contact) => contact.person)),
        keys(samplePeople),
      ),
    ).toEqual([]);
    for (const system of sampleSystems) {
      expect(system.links.filter((link) => link.kind === 'hosted_on').map((link) => link.to)).toEqual(
        system.hostedOn ? [system.hostedOn] : [],
      );
      expect(system.links.map((link) => link.to)).not.toContain(system.key);
    }
  });

  it('stand on example domains, documentation addresses and levels 1 to 5', () => {
    for (const system of sampleSystems) {
      for (const domain of system.domains) expect(domain).toMatch(exampleHost);
      for (const address of system.addresses) expect(address).toMatch(documentation);
      expect([1, 2, 3, 4, 5]).toContain(system.level);
      expect(system.levelBasis).not.toBe('');
    }
    const level = (key: string): number | undefined => sampleSystems.find((system) => system.key === key)?.level;
    expect(['tthc', 'lgsp', 'tt-thdl', 'wan'].map(level)).toEqual([3, 3, 3, 3]);
  });

  it('keep the two systems that the procedure system came from', () => {
    const merged = sampleSystems.find((system) => system.key === 'tthc');
    expect(merged?.predecessors).toEqual(['dvc-cu', 'motcua-cu']);
    for (const key of merged?.predecessors ?? [])
      expect(sampleSystems.find((s) => s.key === key)).toMatchObject({ status: 'merged', successor: 'tthc' });
  });

  it('have dossiers that the annual form would accept', () => {
    for (const { dossier } of sampleSystems) {
      if (!dossier) continue;
      const approved = dossier.status === 'approved';
      expect([dossier.decision !== null, dossier.approvalDue === null]).toEqual([approved, approved]);
      if (approved) expect(dossier.regulation).not.toBeNull();
      else expect(dossier.inspections).toEqual([]);
      expect(dossier.planDue === null).toBe(dossier.plan === 'full');
    }
    const statuses = new Set(sampleSystems.map((system) => system.dossier?.status));
    expect([...statuses].toSorted()).toEqual(['approved', 'assessed', 'drafting', 'submitted', undefined]);
  });

  it('show fresh, stale and missing contacts', () => {
    const dates = sampleSystems.flatMap((system) => system.contacts.map((contact) => contact.confirmedOn));
    expect(dates.filter((date) => date === null).length).toBeGreaterThan(0);
    expect(new Set(dates).size).toBeGreaterThanOrEqual(3);
    expect(sampleSystems.filter((system) => system.contacts.length === 0).length).toBeGreaterThan(0);
  });
});
