import { announceSetup } from './auth/setup-code.ts';
import { sentence } from './cli/sentence.ts';
import { tellError } from './cli/tell-error.ts';
import { configuration } from './configuration.ts';
import { createLogger } from './kernel/logger.ts';
import { createRuntime } from './runtime.ts';
import { serve } from './server.ts';
import type { Running } from './server.ts';

// The real thing, started by `npm start`.
async function start(): Promise<Running> {
  const settings = await configuration(process.env);
  const { database, evidenceDir, addressHeader, protocolHeader, metricsToken } = settings;
  const logger = createLogger(Date.now, undefined, settings.logFormat);
  const runtime = await createRuntime({ database, evidenceDir, addressHeader, protocolHeader, metricsToken, logger });
  const running = await serve(runtime, settings);
  process.stdout.write(`Thao Trường: ${running.url}\n`);
  await announceSetup(runtime.kernel);
  return running;
}

try {
  const running = await start();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void running.close().then(() => process.exit(0));
    });
} catch (error) {
  tellError(error, (key, params) => process.stderr.write(sentence(key, params)));
  process.exit(1);
}
