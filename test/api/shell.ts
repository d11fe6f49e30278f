import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { runCli } from '#api/cli/run.ts';

/** A shell over an empty data folder. */
export async function givenShell(databaseUrl?: string) {
  const dataDir = await mkdtemp(join(tmpdir(), 'thao-truong-cli-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const env = { DATA_DIR: dataDir, ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }) };
  return {
    dataDir,
    async run(...argv: string[]) {
      let said = '';
      const code = await runCli(argv, { env, write: (text) => void (said += text) });
      return { code, said };
    },
  };
}
