import { describe, expect, it } from 'vitest';
import {
  sampleClusters,
  sampleHistory,
  sampleOrganisations,
  samplePeople,
  sampleResponseTeams,
  sampleSystems,
  sampleTeams,
} from '#db/reference/sample-province.ts';
import { keys, missing, repeated, documentation } from './reference-given.ts';

describe('sample people, teams and history', () => {
  const orgs = keys(sampleOrganisations);

  it('are invented people of real posts', () => {
    expect(samplePeople.length).toBeGreaterThanOrEqual(60);
    for (const field of ['key', 'name', 'email', 'extension'] as const)
      expect(repeated(samplePeople.map((person) => person[field]))).toEqual([]);
    expect(
      missing(
        samplePeople.map((person) => person.org),
        orgs,
      ),
    ).toEqual([]);
    expect(samplePeople.every((person) => person.invented && person.roles.length > 0)).toBe(true);
    for (const seat of ['control', 'judge', 'blue', 'observer'] as const)
      expect(samplePeople.some((person) => person.seats.includes(seat))).toBe(true);
  });

  it('leave at least three judges without a team of their own house', () => {
    const competing = new Set(sampleTeams.flatMap((team) => team.orgs));
    const judges = samplePeople.filter((person) => person.seats.includes('judge'));
    expect(judges.filter((judge) => !competing.has(judge.org)).length).toBeGreaterThanOrEqual(3);
  });

  it('are 12 attack and 12 defence teams with their own source addresses', () => {
    expect(sampleTeams.filter((team) => team.side === 'red')).toHaveLength(12);
    expect(sampleTeams.filter((team) => team.side === 'blue')).toHaveLength(12);
    expect(
      repeated([
        ...keys(sampleTeams),
        ...sampleTeams.map((team) => team.name),
        ...sampleTeams.flatMap((team) => team.sourceAddresses),
      ]),
    ).toEqual([]);
    expect(
      missing(
        sampleTeams.flatMap((team) => team.orgs),
        orgs,
      ),
    ).toEqual([]);
    const served = new Set(sampleSystems.flatMap((system) => system.addresses));
    for (const team of sampleTeams) {
      expect(team.sourceAddresses.length > 0).toBe(team.side === 'red');
      for (const address of team.sourceAddresses)
        expect([address, documentation.test(address), served.has(address)]).toEqual([address, true, false]);
    }
  });

  it('remember cluster 9, its hosts and the prizes of 2023 under the names of 2023', () => {
    expect(
      missing(
        sampleResponseTeams.flatMap((team) => [team.org]),
        orgs,
      ),
    ).toEqual([]);
    expect(
      missing(
        sampleResponseTeams.map((team) => team.cluster),
        keys(sampleClusters),
      ),
    ).toEqual([]);
    expect(
      missing(
        sampleResponseTeams.flatMap((team) => team.predecessors),
        keys(sampleResponseTeams),
      ),
    ).toEqual([]);
    const drills = sampleHistory.drills;
    expect(
      missing(
        drills.flatMap((d) => [d.host, ...d.coordinators.map((c) => c.org), ...d.awards.map((a) => a.org)]),
        orgs,
      ),
    ).toEqual([]);
    expect(
      missing(
        drills.map((drill) => drill.cluster),
        keys(sampleClusters),
      ),
    ).toEqual([]);
    expect(
      missing(
        sampleHistory.trainings.map((training) => training.host),
        orgs,
      ),
    ).toEqual([]);
    const cluster = drills.find((drill) => drill.cluster === 'cum-9');
    expect(cluster).toMatchObject({ year: 2023, place: 'Sóc Trăng', host: 'so-tttt-st-cu' });
    expect(cluster?.awards.map((award) => award.label)).toEqual(['giải nhì', 'giải ba']);
    expect(drills.find((drill) => drill.key === 'vinh-long-2023')?.theme).toBe(
      'Tấn công mạng thực chiến vào hệ thống thông tin ứng dụng sở, ngành tỉnh Vĩnh Long năm 2023',
    );
  });
});
