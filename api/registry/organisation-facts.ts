import type { z } from 'zod';
import type { organisationCreate } from '../contract/organisations.ts';
import type { OrganisationFacts } from '../domain/registry/events.ts';
import { orNull } from './or-null.ts';

/** A form's fields as the facts of an event. */
export function organisationFacts(body: z.output<(typeof organisationCreate)['body']>): OrganisationFacts {
  const { name, shortName, kind, parentId, code, domain, validFrom, note } = body;
  return {
    name,
    shortName: orNull(shortName),
    kind,
    parentId,
    code: orNull(code),
    domain: orNull(domain),
    validFrom,
    predecessors: [],
    note: orNull(note),
  };
}
