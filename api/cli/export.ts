import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { silent } from '../kernel/logger.ts';
import { logFile } from '../log/log-file.ts';
import { createRuntime } from '../runtime.ts';
import { configuration } from '../configuration.ts';
import { argument } from './command.ts';
import type { CliCommand } from './command.ts';

export default {
  usage: 'STREAM [FILE]',
  async run(given) {
    const stream = argument(given, 0);
    const file = resolve(given.args[1] ?? `log-${stream.replace(':', '-')}.ndjson`);
    const { database, evidenceDir } = await configuration(given.env);
    const runtime = await createRuntime({ database, evidenceDir, logger: silent, jobsEvery: 0 });
    try {
      const known = await runtime.kernel.db.read.selectFrom('stream').select('stream').where('seq', '>', 0).orderBy('stream').execute();
      const streams = known.map((row) => row.stream);
      if (!streams.includes(stream)) {
        given.say('export.none', { stream, streams: streams.join(', ') });
        return 1;
      }
      await pipeline(Readable.from(logFile(runtime.kernel, stream)), createWriteStream(file, { flags: 'wx', mode: 0o600 }));
      given.say('export.done', { stream, file });
      return 0;
    } finally {
      await runtime.close();
    }
  },
} satisfies CliCommand;
