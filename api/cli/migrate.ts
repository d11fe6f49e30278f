import { openDatabase } from '#db/open.ts';
import { configuration } from '../configuration.ts';
import type { CliCommand } from './command.ts';

export const migrate: CliCommand = {
  usage: '',
  async run({ env, say }) {
    const db = await openDatabase((await configuration(env)).database);
    try {
      const names = await db.migrate();
      if (names.length === 0) say('migrate.none');
      else say('migrate.done', { names: names.join(', ') });
      return 0;
    } finally {
      await db.close();
    }
  },
};
