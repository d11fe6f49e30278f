import { configuration } from './configuration.ts';
import { createRuntime } from './runtime.ts';
import { announceSetup } from './auth/setup-code.ts';

/** The API for the development server, from source. */
export async function createDevApp() {
  const { database, evidenceDir } = await configuration(process.env);
  const runtime = await createRuntime({ database, evidenceDir });
  await announceSetup(runtime.kernel);
  return {
    fetch: (request: Request, from?: { address: string }) => runtime.app.fetch(request, from),
    close: () => runtime.close(),
  };
}
