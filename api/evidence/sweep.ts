import { rm } from 'node:fs/promises';
import type { JobHandler } from '../kernel/jobs.ts';
import { filePath } from './files.ts';

const keepFor = 24 * 3_600_000;
const every = 6 * 3_600_000;

/** Removes what was sent and became nobody's evidence within a day; runs for ever. */
export const sweepUploads: JobHandler = async (_payload, kernel) => {
  const now = kernel.clock.now();
  const { FileConfigstore } = await import('@tus/file-store');
  const known = new FileConfigstore(kernel.evidenceDir);
  for (const id of await known.list()) {
    const upload = await known.get(id);
    const begun = Date.parse(upload?.creation_date ?? '');
    if (!(now - begun > keepFor)) continue;
    const used = await kernel.db.read.selectFrom('evidence').select('id').where('id', '=', id).executeTakeFirst();
    if (used) continue;
    await kernel.db.transact((trx) => trx.deleteFrom('upload').where('id', '=', id).execute());
    await rm(filePath(kernel, id), { force: true });
    await known.delete(id);
  }
  return { again: now + every };
};
