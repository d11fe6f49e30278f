import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { logFile } from '../log/log-file.ts';
import { argument } from './command.ts';
import type { CliCommand } from './command.ts';
import { withRuntime } from './with-runtime.ts';

export const exportStream: CliCommand = {
  usage: 'STREAM [FILE]',
  async run(given) {
    const stream = argument(given, 0);
    const file = resolve(given.args[1] ?? `log-${stream.replace(':', '-')}.ndjson`);
    return withRuntime(given.env, async ({ kernel }) => {
      const known = await kernel.db.read
        .selectFrom('stream')
        .select('stream')
        .where('seq', '>', 0)
        .orderBy('stream')
        .execute();
      const streams = known.map((row) => row.stream);
      if (!streams.includes(stream)) {
        given.say('export.none', { stream, streams: streams.join(', ') });
        return 1;
      }
      await pipeline(Readable.from(logFile(kernel, stream)), createWriteStream(file, { flags: 'wx', mode: 0o600 }));
      given.say('export.done', { stream, file });
      return 0;
    });
  },
};
