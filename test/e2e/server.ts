import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewEvent } from '#api/domain/event.ts';
import { silent } from '#api/kernel/logger.ts';
import { createRuntime } from '#api/runtime.ts';
import { serve } from '#api/server.ts';
import { record, seedPeople } from '#test/seed.ts';

// The built server over a database of its own, with the people of the tests. Its parent may put facts into the log.
export interface Facts {
  stream: string;
  events: NewEvent[];
  actor?: string;
}

const folder = await mkdtemp(join(tmpdir(), 'thao-truong-e2e-'));
const url = process.env['E2E_DATABASE_URL'] ?? join(folder, 'test.db');
const logger = {
  ...silent,
  error: (event: string, facts = {}) => void process.stderr.write(`${JSON.stringify({ event, ...facts })}\n`),
};
const runtime = await createRuntime({ database: url, evidenceDir: join(folder, 'evidence'), logger });
if (process.env['E2E_UNTOUCHED'] === undefined) await seedPeople(runtime.kernel);
const running = await serve(runtime, { host: '127.0.0.1', port: 0, protocolHeader: null });

process.on('message', (facts: Facts) => {
  void record(runtime.kernel, facts.stream, facts.events, facts.actor).then(
    () => process.send?.({ recorded: true }),
    (error: unknown) => process.send?.({ failed: String(error) }),
  );
});
process.on('disconnect', () => {
  void running.close().then(async () => {
    await rm(folder, { recursive: true, force: true });
    process.exit(0);
  });
});
process.send?.({ url: running.url });
