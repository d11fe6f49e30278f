import { openDatabase } from '#db/open.ts';
import { areas } from '../areas.ts';
import { configuration } from '../configuration.ts';
import { notRebuilt } from '../log/compare-tables.ts';
import { replayCheck } from '../log/replay.ts';
import { UsageError } from './command.ts';
import type { CliCommand } from './command.ts';

export const replay: CliCommand = {
  usage: '--check',
  options: { check: { type: 'boolean' } },
  async run({ env, options, say, write }) {
    if (!options['check']) throw new UsageError();
    const db = await openDatabase((await configuration(env)).database);
    try {
      await db.migrate();
      const { tables, first, events } = await replayCheck(
        db,
        areas.map(({ projector }) => projector),
      );
      for (const { name, rows } of tables) write(`  ${name}: ${rows}\n`);
      say('replay.excluded', { names: notRebuilt.join(', ') });
      if (first) say('replay.fault', { table: first.table, live: first.live ?? '–', rebuilt: first.rebuilt ?? '–' });
      else say('replay.ok', { events, tables: tables.length });
      return first ? 1 : 0;
    } finally {
      await db.close();
    }
  },
};
