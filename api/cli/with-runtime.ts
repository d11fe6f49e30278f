import { configuration } from '../configuration.ts';
import { silent } from '../kernel/logger.ts';
import { createRuntime } from '../runtime.ts';
import type { Runtime } from '../runtime.ts';

/** Opens the installation the settings name, without running its jobs, and closes it again. */
export async function withRuntime<T>(env: NodeJS.ProcessEnv, work: (runtime: Runtime) => Promise<T>): Promise<T> {
  const { database, evidenceDir } = await configuration(env);
  const runtime = await createRuntime({ database, evidenceDir, logger: silent, jobsEvery: 0 });
  try {
    return await work(runtime);
  } finally {
    await runtime.close();
  }
}
