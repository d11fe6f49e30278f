import type * as Files from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { givenApp, sqlite } from '#test/given.ts';
import type { App } from '#test/given.ts';
import { png, upload } from './guarantees-given.ts';

interface Flush {
  path: string;
  size: number;
}
/** Every flush to the disk, as it happens. */
const flushes = vi.hoisted(() => [] as Flush[]);
const asked = vi.hoisted(() => ({ whenFlushed: async () => {} }));
vi.mock('node:fs/promises', async (original) => {
  const files = await original<typeof Files>();
  const open: typeof files.open = async (path, ...rest) => {
    const handle = await files.open(path, ...rest);
    const sync = handle.sync.bind(handle);
    handle.sync = async () => {
      await sync();
      flushes.push({ path: String(path), size: (await handle.stat()).size });
      await asked.whenFlushed();
    };
    return handle;
  };
  return { ...files, default: { ...files, open }, open };
});

const rowsOf = async (app: App) => (await app.kernel.db.read.selectFrom('upload').select('id').execute()).length;

it('a file is on the disk, whole and by name, before anybody is told that it has arrived (R34, R52)', async () => {
  const app = await givenApp(sqlite);
  const client = await app.as('officer');
  flushes.length = 0;
  const rowsWhenFlushed: number[] = [];
  asked.whenFlushed = async () => void rowsWhenFlushed.push(await rowsOf(app));
  const id = await upload(client, 'ảnh.png', png);
  const path = join(app.kernel.evidenceDir, id);
  expect(flushes[0]).toEqual({ path, size: png.length });
  expect(flushes.map((flush) => flush.path)).toContain(dirname(path));
  expect(rowsWhenFlushed).toEqual(flushes.map(() => 0));
  expect(await rowsOf(app)).toBe(1);
});
