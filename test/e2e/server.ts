import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSetupCode } from '#api/auth/setup-code.ts';
import type { NewEvent } from '#api/domain/event.ts';
import { signCheckpoint } from '#api/kernel/checkpoint.ts';
import { silent } from '#api/kernel/logger.ts';
import { createRuntime } from '#api/runtime.ts';
import { serve } from '#api/server.ts';
import { record, seedPeople } from '#test/seed.ts';

/** Lets time pass on the server alone, ms. */
export interface Passage {
  pass: number;
}

/** Signs the head of a stream. */
export interface Seal {
  seal: string;
}

export interface Facts {
  stream: string;
  events: NewEvent[];
  actor?: string;
}

// The built server over a database of its own, with the people of the tests. Its parent may put facts into the log, seal it, and let time pass.
const given = process.env['E2E_FOLDER'];
const folder = given ?? (await mkdtemp(join(tmpdir(), 'thao-truong-e2e-')));
const url = process.env['E2E_DATABASE_URL'] ?? join(folder, 'test.db');
const logger = {
  ...silent,
  error: (event: string, facts = {}) => void process.stderr.write(`${JSON.stringify({ event, ...facts })}\n`),
};
let ahead = 0;
const clock = { now: () => Date.now() + ahead };
const runtime = await createRuntime({ database: url, evidenceDir: join(folder, 'evidence'), logger, clock });
const empty = (await runtime.kernel.db.read.selectFrom('account').select('id').limit(1).execute()).length === 0;
if (empty && process.env['E2E_UNTOUCHED'] === undefined) await seedPeople(runtime.kernel);
const running = await serve(runtime, {
  host: '127.0.0.1',
  port: Number(process.env['E2E_PORT'] ?? 0),
  protocolHeader: null,
});

process.on('message', (facts: Facts | Passage | Seal) => {
  if ('pass' in facts) {
    ahead += facts.pass;
    process.send?.({ recorded: true });
    return;
  }
  const done: Promise<unknown> =
    'seal' in facts
      ? signCheckpoint(runtime.kernel, facts.seal, 'test')
      : record(runtime.kernel, facts.stream, facts.events, facts.actor);
  void done.then(
    () => process.send?.({ recorded: true }),
    (error: unknown) => process.send?.({ failed: String(error) }),
  );
});
process.on('disconnect', () => {
  void running.close().then(async () => {
    if (given === undefined) await rm(folder, { recursive: true, force: true });
    process.exit(0);
  });
});
// What the real server prints on its console until somebody has set it up.
const setupCode = await createSetupCode(runtime.kernel);
process.send?.({ url: running.url, setupCode });
