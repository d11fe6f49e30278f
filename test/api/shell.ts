import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { runCli } from '#api/cli/run.ts';

/** A shell over an empty data folder. */
export async function givenShell() {
  const dataDir = await mkdtemp(join(tmpdir(), 'thao-truong-cli-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  return {
    dataDir,
    async run(...argv: string[]) {
      let said = '';
      const code = await runCli(argv, { env: { DATA_DIR: dataDir }, write: (text) => void (said += text) });
      return { code, said };
    },
  };
}
