import { resolve } from 'node:path';
import { checkScenario } from '../scenarios/check.ts';
import { scenarioJsonSchema } from '../scenarios/json-schema.ts';
import { listScenarios } from '../scenarios/library.ts';
import { argument, UsageError } from './command.ts';
import type { CliCommand, Given } from './command.ts';
import { faultSentence } from './scenario-words.ts';

export const scenario: CliCommand = {
  usage: 'check DIR | list | schema',
  async run(given) {
    const verb = argument(given, 0);
    if (!Object.hasOwn(verbs, verb)) throw new UsageError();
    return verbs[verb as keyof typeof verbs](given);
  },
};

const verbs = {
  async check(given: Given) {
    const dir = resolve(argument(given, 1));
    const checked = await checkScenario(dir).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
      throw error;
    });
    if (!checked) {
      given.say('scenario.none', { dir });
      return 1;
    }
    if (checked.ok) {
      given.say('scenario.sound', { title: checked.scenario.title.vi, hash: checked.hash });
      return 0;
    }
    for (const { file, line, column, code, params } of checked.errors) {
      const [vi, en] = faultSentence(code, params);
      given.say('scenario.fault', { file, line, column, vi, en });
    }
    given.say('scenario.faulty', { count: checked.errors.length });
    return 1;
  },
  async list({ say }: Given) {
    for (const { id, scenario, hash } of await listScenarios())
      say('scenario.line', { id, vi: scenario.title.vi, en: scenario.title.en, hash: hash.slice(0, 12) });
    return 0;
  },
  async schema({ write }: Given) {
    write(scenarioJsonSchema());
    return 0;
  },
};
