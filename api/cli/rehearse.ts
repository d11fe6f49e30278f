import { join, resolve } from 'node:path';
import { configuration } from '../configuration.ts';
import { exercises } from '../rehearse/facts.ts';
import { rehearse as playAgain } from '../rehearse/rehearse.ts';
import { argument } from './command.ts';
import type { CliCommand } from './command.ts';
import { rehearsalWords } from './words.ts';

export const rehearse: CliCommand = {
  usage: 'tphcm-2023 | cum-5-2023 [FOLDER]',
  async run(given) {
    const name = argument(given, 0);
    const exercise = Object.hasOwn(exercises, name) ? exercises[name] : undefined;
    if (!exercise) {
      given.say('rehearse.unknown', { name, names: Object.keys(exercises).join(', ') });
      return 2;
    }
    const folder = resolve(given.args[1] ?? join((await configuration(given.env)).dataDir, 'rehearsals', name));
    given.say('rehearse.begin', { name: exercise.name, source: exercise.source, notice: exercise.notice });
    const started = Date.now();
    const lines = await playAgain(exercise, folder);
    for (const { what, expected, found, good } of lines) {
      const [label, labelEn] = rehearsalWords[what];
      given.say(good ? 'rehearse.good' : 'rehearse.bad', { label, labelEn, expected, found });
    }
    given.say('rehearse.end', { folder, seconds: Math.round((Date.now() - started) / 1_000) });
    return lines.every(({ good }) => good) ? 0 : 1;
  },
};
