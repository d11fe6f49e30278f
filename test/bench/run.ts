import '#api/node-version.ts';
import { startServer } from '#test/e2e/server-process.ts';
import type { ServerProcess } from '#test/e2e/server-process.ts';
import { benchFold } from './fold.ts';
import { benchLive } from './live.ts';
import { benchKills, benchStart } from './process.ts';
import { benchReads } from './reads.ts';
import { benchScripts } from './scripts.ts';
import { printTable } from './table.ts';
import { claims, liveDrill, stream } from './world.ts';
import { benchWrites } from './writes.ts';

// `npm run bench [PART…]`: reports, never asserts.
const wanted = process.argv.slice(2);
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
  start: benchStart,
  kills: benchKills,
  live: () => benchLive(1_000, true),
  crowd: () => benchLive(10_000, false),
};
for (const [name, part] of Object.entries(parts))
  if (wanted.length === 0 || wanted.includes(name))
    await part().catch((error: unknown) =>
      process.stdout.write(`${name}: ${error instanceof Error ? error.stack : String(error)}\n`),
    );
printTable();
