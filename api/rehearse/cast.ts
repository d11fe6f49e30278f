import { organisationCreate } from '../contract/organisations.ts';
import { systemCreate } from '../contract/systems.ts';
import type { Runtime } from '../runtime.ts';
import { secret } from '../kernel/ids.ts';
import type { Exercise } from './facts.ts';
import { introduce } from './person.ts';
import type { Person } from './person.ts';
import { invented } from './words.ts';
import type { StagePlan, StageTeam } from './stage.ts';

export interface Cast {
  organiser: Person;
  /** One officer for each owner, who fixes what was found. */
  officers: Person[];
  plan: StagePlan;
}

/** Organisations, systems and people of an exercise, all invented, entered through the API; and the plan of its drill. */
export async function engage(runtime: Runtime, exercise: Exercise): Promise<Cast> {
  const password = secret(18);
  const everywhere = { organisationId: '*' };
  const person = (
    login: string,
    name: string,
    organisationId: string | null,
    roles: Parameters<typeof introduce>[1]['roles'] = [],
  ) => introduce(runtime, { login, name, organisationId, roles }, password);

  const admin = await person('quan-tri', invented.admin, null, [{ role: 'admin', ...everywhere }]);
  const organisation = async (name: string, kind: 'province' | 'department' | 'vendor', parentId: string | null) =>
    (await admin.call(organisationCreate, { body: { name, kind, parentId } })).id;

  const host = await organisation(exercise.host, 'province', null);
  const jury = await organisation(invented.jury, 'department', host);
  const owners: string[] = [];
  for (const name of exercise.owners) owners.push(await organisation(name, 'department', host));

  const targets: StagePlan['targets'] = [];
  for (const [i, { name, owner, domain, level }] of exercise.targets.entries()) {
    const ownerId = owners[owner] ?? host;
    const body = { name, type: 'portal', level, ownerId, operatorId: ownerId, domains: [domain] };
    const { id } = await admin.call(systemCreate, { body });
    targets.push({
      key: `m${i}`,
      name,
      systemId: id,
      ownerOrganisationId: ownerId,
      scope: [domain, `203.0.113.${10 + i}`],
      level,
    });
  }

  const organiser = await person('btc-1', invented.organiser, host, [{ role: 'organiser', ...everywhere }]);
  const deputy = await person('btc-2', invented.deputy, host);
  const many = (count: number, make: (i: number) => Promise<Person>) =>
    Promise.all(Array.from({ length: count }, (_, i) => make(i)));
  const judges = await many(exercise.judges, (i) => person(`bgk-${i + 1}`, invented.judge(i + 1), jury));
  const officers = await many(owners.length, (i) =>
    person(`cb-${i + 1}`, invented.officer(i + 1), owners[i] ?? host, [
      { role: 'officer', organisationId: owners[i] ?? host },
    ]),
  );

  const teams: StageTeam[] = [];
  const form = async (
    side: 'red' | 'blue',
    { teams: names, members }: Exercise['attack'],
    organisationOf: (i: number) => Promise<string>,
  ) => {
    for (const [i, name] of names.entries()) {
      const organisationId = await organisationOf(i);
      const addresses = side === 'red' ? [`198.51.100.${10 + i}`] : [];
      const key = `${side}-${i + 1}`;
      const crew = await many(members, (j) => person(`${key}-${j + 1}`, invented.member(j + 1, name), organisationId));
      teams.push({ key, name, side, organisationIds: [organisationId], targets: [], addresses, members: crew });
    }
  };
  await form('red', exercise.attack, (i) => organisation(invented.attackers(i + 1), 'vendor', host));
  await form('blue', exercise.defence, async (i) => owners[i % owners.length] ?? host);

  const [startsAt, endsAt] = [Date.parse(exercise.from), Date.parse(exercise.to)];
  const phase = {
    id: 'thuc-chien',
    kind: 'many_to_many' as const,
    title: invented.phase,
    startsAfterMs: 0,
    durationMs: endsAt - startsAt,
  };
  return {
    organiser,
    officers,
    plan: {
      drill: {
        name: exercise.name,
        hostOrganisationId: host,
        scenarioId: null,
        startsAt,
        endsAt,
        freezeMinutes: exercise.freezeMinutes,
        theme: exercise.source,
        rulesText: exercise.notice,
        objectives: [exercise.notice],
        emergencyContact: invented.emergencyContact,
        phases: [phase],
      },
      papers: invented.papers,
      targets,
      organiser,
      control: [organiser, deputy],
      judges,
      observers: [],
      teams,
    },
  };
}
