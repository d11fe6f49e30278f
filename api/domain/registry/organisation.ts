import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import { isoDate } from '../zone.ts';

/** What a change of an organisation must know about it. */
export interface OrganisationState {
  id: string;
  parentId: string | null;
  /** The day of its last move. */
  parentSince: string | null;
  name: string;
  shortName: string | null;
  validFrom: string | null;
  validTo: string | null;
  livingChildren: number;
  runningSystems: number;
  /** A living sibling that already bears the new name, or one taken for it. */
  sameName: string | null;
}

/** A registry says what is, not what is planned: dates of changes may not lie ahead, nor before the organisation began. */
export function dateFault(
  date: string,
  organisation: Pick<OrganisationState, 'validFrom'>,
  now: number,
  field: string,
): Refusal | null {
  if (date > isoDate(now)) return refuse('registry.future_date', {}, [{ path: [field], code: 'registry.future_date' }]);
  if (organisation.validFrom !== null && date < organisation.validFrom)
    return refuse('registry.before_start', { date: organisation.validFrom }, [
      { path: [field], code: 'registry.before_start', params: { date: organisation.validFrom } },
    ]);
  return null;
}

/** Why an organisation cannot be ended, or null. With a successor its systems go on there; its children must be settled first. */
export function closingFault(organisation: OrganisationState, hasSuccessor: boolean): Refusal | null {
  if (organisation.validTo !== null) return refuse('organisation.closed', { name: organisation.name });
  if (organisation.livingChildren > 0)
    return refuse('organisation.has_children', { name: organisation.name, count: organisation.livingChildren });
  if (!hasSuccessor && organisation.runningSystems > 0)
    return refuse('organisation.has_systems', { name: organisation.name, count: organisation.runningSystems });
  return null;
}

/** A move to be made: where to, and what stands in its way there. */
export interface Move extends OrganisationState {
  /** Null = the top of the tree. */
  parent: OrganisationState | null;
  /** The new place is the organisation itself or lies below it. */
  belowItself: boolean;
}

/** Why an organisation cannot be put below another from that day on, or null. Both must exist then; moves follow one another in time. */
export function movingFault(move: Move, validFrom: string, now: number): Refusal | null {
  const { parent, parentSince } = move;
  for (const one of parent ? [move, parent] : [move])
    if (one.validTo !== null) return refuse('organisation.closed', { name: one.name });
  if (move.belowItself)
    return refuse('organisation.below_itself', { name: move.name }, [
      { path: ['parentId'], code: 'organisation.below_itself', params: { name: move.name } },
    ]);
  if (parentSince !== null && validFrom <= parentSince)
    return refuse('registry.before_change', { date: parentSince }, [
      { path: ['validFrom'], code: 'registry.before_change', params: { date: parentSince } },
    ]);
  return (
    dateFault(validFrom, move, now, 'validFrom') ??
    (parent && dateFault(validFrom, parent, now, 'validFrom')) ??
    nameFault(move, ['parentId'])
  );
}

export function nameFault({ sameName }: Pick<OrganisationState, 'sameName'>, path: string[]): Refusal | null {
  return sameName === null
    ? null
    : refuse('organisation.name_taken', { name: sameName }, [
        { path, code: 'organisation.name_taken', params: { name: sameName } },
      ]);
}
