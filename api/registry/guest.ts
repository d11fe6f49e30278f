import type { Read } from '#db/schema.ts';
import type { Actor } from '../domain/actor.ts';
import { isGuest } from '../domain/registry/guest.ts';
import { subtreeRange } from './organisation-path.ts';
import type { PathRange } from './within.ts';

/** The part of the tree whose systems a guest may see; null for whoever is no guest. */
export async function guestRanges(read: Read, actor: Actor): Promise<PathRange[] | null> {
  const own =
    actor.organisationId === null
      ? undefined
      : await read
          .selectFrom('organisation')
          .select(['kind', 'path'])
          .where('id', '=', actor.organisationId)
          .executeTakeFirst();
  if (!isGuest(actor, own?.kind ?? null)) return null;
  return own ? [subtreeRange(own.path)] : [];
}
