import {
  expandSample,
  sampleClusters,
  sampleOrganisations,
  samplePeople,
  sampleResponseTeams,
  sampleSystems,
  sampleTeams,
} from '#db/reference/sample-province.ts';
import type { SamplePerson } from '#db/reference/sample-province.ts';
import { system } from '../domain/actor.ts';
import type { OrganisationRole } from '../domain/actor.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { importRegistry } from '../registry/import.ts';
import type { ImportedAccount, ImportedIds } from '../registry/import.ts';

/** Those who look after the whole province; the others look after their own organisation and what is below it. */
const everywhere: ReadonlySet<OrganisationRole> = new Set(['admin', 'organiser', 'leader']);

export interface SamplePlayer {
  login: string;
  name: string;
  /** Key of the organisation. */
  org: string;
  /** Key of the team. */
  team: string;
}

const playersPerTeam = 2;

/** Invented members of the sample teams: attackers come from outside the registry of people. */
export function samplePlayers(): SamplePlayer[] {
  const count = sampleTeams.length * playersPerTeam;
  const known = samplePeople.length;
  const size = { orgs: sampleOrganisations.length, accounts: known + count, portals: 0 };
  const names = expandSample(size)
    .accounts.slice(known)
    .map(({ name }) => name);
  return sampleTeams.flatMap(({ key, orgs }, i) =>
    Array.from({ length: playersPerTeam }, (_, j) => ({
      login: `${key}-${j + 1}`,
      name: names[i * playersPerTeam + j] ?? key,
      org: orgs[j % orgs.length] ?? '',
      team: key,
    })),
  );
}

/** Enters the sample province into an empty installation. With a `verifier` everyone can sign in by its password, else nobody yet. */
export async function seedSample(kernel: Kernel, verifier: string | null): Promise<ImportedIds> {
  const secret = verifier === null ? {} : { verifier, mustChange: false };
  const people = samplePeople.map(({ key, name, org, email, roles }): ImportedAccount => ({
    login: key,
    name,
    org,
    email,
    roles: grantsOf(roles, org),
    ...secret,
  }));
  const players = samplePlayers().map(({ login, name, org }): ImportedAccount => ({
    login,
    name,
    org,
    email: null,
    roles: [{ role: 'staff', org }],
    ...secret,
  }));
  return importRegistry(kernel, system, {
    organisations: sampleOrganisations,
    clusters: sampleClusters,
    responseTeams: sampleResponseTeams,
    accounts: [...people, ...players],
    systems: sampleSystems,
  });
}

function grantsOf(roles: SamplePerson['roles'], org: string): ImportedAccount['roles'] {
  return roles.map((role) => ({ role, org: everywhere.has(role) ? '*' : org }));
}
