import { announceSetup } from './auth/setup-code.ts';
import { configuration } from './configuration.ts';
import { createRuntime } from './runtime.ts';
import { serve } from './server.ts';

// The real thing, started by `npm start`.
const settings = await configuration(process.env);
const runtime = await createRuntime({
  database: settings.database,
  evidenceDir: settings.evidenceDir,
  addressHeader: settings.addressHeader,
  protocolHeader: settings.protocolHeader,
  metricsToken: settings.metricsToken,
});
const running = await serve(runtime, settings);
process.stdout.write(`Thao Trường: ${running.url}\n`);
await announceSetup(runtime.kernel);

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    void running.close().then(() => process.exit(0));
  });
