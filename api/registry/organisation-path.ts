import type { Read, Trx } from '#db/schema.ts';

/** `/top/…/id/`, or undefined when there is no such organisation. */
export async function organisationPath(read: Read | Trx, organisationId: string): Promise<string | undefined> {
  const row = await read.selectFrom('organisation').select('path').where('id', '=', organisationId).executeTakeFirst();
  return row?.path;
}

/** Whether an organisation is `ancestorId` or lies below it. */
export async function inSubtree(read: Read | Trx, organisationId: string, ancestorId: string): Promise<boolean> {
  const path = await organisationPath(read, organisationId);
  return path?.split('/').includes(ancestorId) ?? false;
}

/** Bounds of the paths of an organisation and all below it: `path >= from and path < to`. */
export function subtreeRange(path: string): { from: string; to: string } {
  // 0 follows / in ASCII.
  return { from: path, to: `${path.slice(0, -1)}0` };
}
