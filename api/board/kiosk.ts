import type { Read } from '#db/schema.ts';

export async function findKioskDrill(_read: Read, _code: string): Promise<string | null> {
  return null;
}
