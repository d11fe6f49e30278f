import '#api/node-version.ts';
import { parseArgs } from 'node:util';
import { startServer } from '#test/e2e/server-process.ts';
import type { ServerProcess } from '#test/e2e/server-process.ts';
import { benchFold } from './fold.ts';
import { benchLive } from './live.ts';
import { benchKills, benchStart } from './process.ts';
import { benchReads } from './reads.ts';
import { benchRegistry } from './registry.ts';
import { benchScripts } from './scripts.ts';
import { benchSoak } from './soak.ts';
import { printTable } from './table.ts';
import { claims, liveDrill, stream } from './world.ts';
import { benchWrites } from './writes.ts';

// `npm run bench [PART…] [-- --minutes N]`: reports, never asserts.
const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  // Of the soak; a real one is of 480.
  options: { minutes: { type: 'string', default: '2' } },
});
/** A part that needs a server with a drill of 40 teams and 5,000 events under way. */
const inDrill = (part: (server: ServerProcess) => Promise<void>) => async () => {
  const server = await startServer();
  try {
    await server.given(stream, [...liveDrill(), ...claims(0, 1_650, true)]);
    await part(server);
  } finally {
    await server.stop();
  }
};
const parts: Record<string, () => Promise<void>> = {
  scripts: inDrill(benchScripts),
  reads: inDrill(benchReads),
  writes: inDrill(benchWrites),
  fold: async () => benchFold(),
  registry: benchRegistry,
  start: benchStart,
  kills: benchKills,
  live: () => benchLive(1_000, true),
  crowd: () => benchLive(10_000, false),
  soak: inDrill((server) => benchSoak(server, Number(values.minutes))),
};
for (const [name, part] of Object.entries(parts))
  if (wanted.length === 0 || wanted.includes(name))
    await part().catch((error: unknown) =>
      process.stdout.write(`${name}: ${error instanceof Error ? error.stack : String(error)}\n`),
    );
printTable();
