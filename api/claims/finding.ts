import { techniqueById } from '#db/reference/attack.ts';
import type { FindingFields } from '../domain/drill/claim.ts';
import { refuse } from '../domain/refusal.ts';

type Typed = Omit<FindingFields, 'foundAt'> & { foundAt?: number | undefined };

/** A finding as typed, complete; found now unless told. Throws when it names a technique that does not exist. */
export function findingOf(typed: Typed, at: number): FindingFields {
  const {
    targetId,
    title,
    endpoint,
    techniqueId,
    severity,
    impacts,
    foundAt = at,
    description,
    fixNow,
    fixLong,
  } = typed;
  if (techniqueId !== null && !techniqueById(techniqueId))
    throw refuse('request.invalid', {}, [{ path: ['techniqueId'], code: 'claim.technique_unknown' }]);
  return { targetId, title, endpoint, techniqueId, severity, impacts, foundAt, description, fixNow, fixLong };
}
