import { samplePeople, sampleSystems, sampleTeams } from '#db/reference/sample-province.ts';
import type { ImportedIds } from '../registry/import.ts';
import { personWith } from '../rehearse/person.ts';
import type { Person } from '../rehearse/person.ts';
import type { StagePlan } from '../rehearse/stage.ts';
import type { Runtime } from '../runtime.ts';
import { samplePlayers } from '../seed/sample.ts';
import { scene } from './words.ts';

const scenarioId = 'tan-cong-thuc-chien-so-nganh';
const redTeams = 6;
const blueTeams = 4;
/** Systems under attack: those with most sample findings. */
const targetKeys =
  'tthc cong-ttdt lgsp email qlvb app-tinh sso his phan-anh dulich datdai yte ioc hotich canbo quantrac'.split(' ');
const targetsPerDefence = 8;

export interface Cast {
  plan: StagePlan;
  /** By login. */
  people: Map<string, Person>;
  systems: ImportedIds['systems'];
}

/** The people of the sample province who take part, and the plan of their drill: `length` ms from `now`. */
export function castOf(runtime: Runtime, ids: ImportedIds, password: string, now: number, length: number): Cast {
  const players = samplePlayers();
  const people = new Map<string, Person>();
  for (const { login, name, org } of [
    ...samplePeople.map(({ key, name, org }) => ({ login: key, name, org })),
    ...players,
  ])
    people.set(
      login,
      personWith(
        runtime,
        { id: ids.accounts.get(login) ?? '', login, name, organisationId: ids.organisations.get(org) ?? null },
        password,
      ),
    );
  const person = (login: string) => {
    const found = people.get(login);
    if (!found) throw new Error(`Nobody is called ${login}.`);
    return found;
  };
  const organisation = (key: string) => ids.organisations.get(key) ?? '';
  const side = (wanted: 'red' | 'blue', count: number) =>
    sampleTeams.filter((team) => team.side === wanted).slice(0, count);
  const teams = [...side('red', redTeams), ...side('blue', blueTeams)].map((team, i) => ({
    key: team.key,
    name: team.name,
    side: team.side,
    organisationIds: team.orgs.map(organisation),
    targets:
      team.side === 'red'
        ? []
        : Array.from({ length: targetsPerDefence }, (_, j) => targetKeys[(i * 3 + j) % targetKeys.length] ?? ''),
    addresses: team.sourceAddresses,
    members: players.filter((player) => player.team === team.key).map(({ login }) => person(login)),
  }));
  const minutes = length / 60_000;
  return {
    people,
    systems: ids.systems,
    plan: {
      drill: {
        name: scene.name,
        hostOrganisationId: organisation('ubnd-tinh'),
        scenarioId,
        startsAt: now,
        endsAt: now + length,
        // A short drill is frozen by hand: the plan counts in whole minutes.
        freezeMinutes: minutes >= 5 ? Math.round(minutes / 5) : null,
        emergencyContact: scene.emergencyContact,
      },
      papers: scene.papers,
      targets: targetKeys.flatMap((key) => {
        const system = sampleSystems.find((one) => one.key === key);
        if (!system) return [];
        const { name, owner, domains, addresses, level } = system;
        const scope = [...domains, ...addresses];
        return [
          { key, name, systemId: ids.systems.get(key) ?? null, ownerOrganisationId: organisation(owner), scope, level },
        ];
      }),
      organiser: person('btc-01'),
      control: [person('btc-01'), person('btc-03')],
      judges: ['bgk-01', 'bgk-02', 'bgk-03'].map(person),
      observers: [person('nhat-ky')],
      teams,
    },
  };
}
