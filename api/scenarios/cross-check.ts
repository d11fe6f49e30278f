import { techniques } from '#db/reference/attack.ts';
import { ruleTopics } from '../contract/scenario.ts';
import type { Scenario } from '../contract/scenario.ts';
import type { Issue } from '../domain/refusal.ts';
import type { ScenarioFiles } from './source.ts';

const known = new Set(techniques.map(({ id }) => id));

/** What no single field can tell: ids that repeat, files that are missing, techniques that do not exist, sums that are not 100. */
export function crossCheck(scenario: Scenario, files: ScenarioFiles): Issue[] {
  return [
    ...repeatedIds(scenario),
    ...phaseFaults(scenario),
    ...rubricFaults(scenario),
    ...techniqueFaults(scenario),
    ...ruleFaults(scenario),
    ...fileFaults(scenario, files),
  ];
}

/** Minutes from the start to the end of the last phase. */
export function lengthOf({ phases }: Pick<Scenario, 'phases'>): number {
  return Math.max(...phases.map(({ startsAfterMinutes, durationMinutes }) => startsAfterMinutes + durationMinutes));
}

function repeatedIds(scenario: Scenario): Issue[] {
  const lists = ['phases', 'targetTypes', 'injects', 'redObjectives', 'blueExpectations'] as const;
  return lists.flatMap((list) => {
    const ids = scenario[list].map(({ id }) => id);
    return ids.flatMap((id, i): Issue[] =>
      ids.indexOf(id) < i ? [{ path: [list, i, 'id'], code: 'id.repeated', params: { id } }] : [],
    );
  });
}

function phaseFaults(scenario: Scenario): Issue[] {
  const length = lengthOf(scenario);
  const overlaps = scenario.phases.flatMap((phase, i, all): Issue[] => {
    const before = all[i - 1];
    const early = before && phase.startsAfterMinutes < before.startsAfterMinutes + before.durationMinutes;
    return early
      ? [{ path: ['phases', i, 'startsAfterMinutes'], code: 'phase.overlap', params: { id: before.id } }]
      : [];
  });
  const late = scenario.injects.flatMap(({ minute }, i): Issue[] =>
    minute >= length ? [{ path: ['injects', i, 'minute'], code: 'inject.late', params: { minutes: length } }] : [],
  );
  const freeze: Issue[] =
    (scenario.freezeMinutes ?? 0) >= length
      ? [{ path: ['freezeMinutes'], code: 'freeze.early', params: { minutes: length } }]
      : [];
  return [...overlaps, ...late, ...freeze];
}

function rubricFaults(scenario: Scenario): Issue[] {
  return scenario.blueExpectations.flatMap(({ rubric }, i): Issue[] => {
    const sum = rubric.reduce((total, { percent }) => total + percent, 0);
    return sum === 100 ? [] : [{ path: ['blueExpectations', i, 'rubric'], code: 'rubric.sum', params: { sum } }];
  });
}

function techniqueFaults(scenario: Scenario): Issue[] {
  return scenario.redObjectives.flatMap((objective, i) =>
    objective.techniques.flatMap((id, j): Issue[] =>
      known.has(id) ? [] : [{ path: ['redObjectives', i, 'techniques', j], code: 'technique.unknown', params: { id } }],
    ),
  );
}

function ruleFaults({ rules }: Scenario): Issue[] {
  const topics = rules.articles.map(({ topic }) => topic);
  const repeated = topics.flatMap((topic, i): Issue[] =>
    topics.indexOf(topic) < i
      ? [{ path: ['rules', 'articles', i, 'topic'], code: 'id.repeated', params: { id: topic } }]
      : [],
  );
  const absent = ruleTopics
    .filter((topic) => !topics.includes(topic))
    .map((topic): Issue => ({ path: ['rules', 'articles'], code: 'rules.topic_missing', params: { topic } }));
  const stop = rules.articles.findIndex(({ topic }) => topic === 'stop');
  const said = rules.articles[stop]?.lines.some((line) => line.includes(rules.stopWord)) ?? true;
  return [
    ...repeated,
    ...absent,
    ...(said
      ? []
      : [{ path: ['rules', 'articles', stop, 'lines'], code: 'rules.stop_word', params: { word: rules.stopWord } }]),
  ];
}

function fileFaults({ briefs }: Scenario, files: ScenarioFiles): Issue[] {
  return Object.entries(briefs).flatMap(([side, file]): Issue[] =>
    files.has(file) ? [] : [{ path: ['briefs', side], code: 'file.missing', params: { file } }],
  );
}
