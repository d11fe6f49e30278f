import type { NewEvent } from '../event.ts';
import { refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { gateItems } from './plan.ts';
import type { GateItem } from './plan.ts';
import type { DrillState, GateRecord, Member } from './state.ts';

/** One thing that must be on record: an item, and the target or member it is about. */
export interface GateLine {
  item: GateItem;
  /** Target id, or account id for items asked of every member; null = the drill as a whole. */
  targetId: string | null;
  name: string;
  status: 'satisfied' | 'overridden' | 'missing';
  overridable: boolean;
  record: GateRecord | null;
}

/** The whole checklist, in the order of `gateItems`. */
export function checklist(state: DrillState): GateLine[] {
  return gateItemNames.flatMap((item) =>
    subjectsOf(state, item).map(({ id, name, done }): GateLine => {
      const record = state.gate.find((entry) => entry.item === item && entry.targetId === id) ?? null;
      const waived = record !== null && record.overrideReason !== null;
      const satisfied = done || (record !== null && !waived);
      const status = satisfied ? 'satisfied' : waived ? 'overridden' : 'missing';
      return { item, targetId: id, name, status, overridable: gateItems[item].override, record };
    }),
  );
}

/** What still keeps the drill from starting, as `item` or `item:id`. */
export function missing(state: DrillState): string[] {
  return checklist(state)
    .filter((line) => line.status === 'missing')
    .map(({ item, targetId }) => (targetId === null ? item : `${item}:${targetId}`));
}

/** Puts a document on record. Members answer for themselves: their items are never recorded by others. */
export function recordItem(state: DrillState, payload: Payload<'gate.item_recorded'>): NewEvent[] | Refusal {
  if (gateItems[payload.item].per === 'member') return refuse('gate.by_member');
  if (!lineOf(state, payload.item, payload.targetId)) return refuse('gate.unknown_line');
  const unknown = unknownDocument(state, payload.fileId);
  if (unknown) return unknown;
  return [{ type: 'gate.item_recorded', subject: payload.targetId, payload }];
}

/** A file must be among the papers of this drill before anything may point to it. */
export function unknownDocument({ documents }: Pick<DrillState, 'documents'>, fileId: string | null): Refusal | null {
  if (fileId === null || documents.has(fileId)) return null;
  return refuse('request.invalid', {}, [{ path: ['fileId'], code: 'invalid_value' }]);
}

/** Lets the drill start without an item, where that is possible at all, on a named person's reason. */
export function overrideItem(state: DrillState, payload: Payload<'gate.item_overridden'>): NewEvent[] | Refusal {
  const line = lineOf(state, payload.item, payload.targetId);
  if (!line) return refuse('gate.unknown_line');
  if (!line.overridable) return refuse('gate.not_overridable', { item: payload.item });
  if (line.status === 'satisfied') return refuse('gate.satisfied');
  return [{ type: 'gate.item_overridden', subject: payload.targetId, payload }];
}

/** Takes a record or an override back. */
export function withdrawItem(state: DrillState, payload: Payload<'gate.item_withdrawn'>): NewEvent[] | Refusal {
  if (!lineOf(state, payload.item, payload.targetId)?.record) return refuse('gate.unknown_line');
  return [{ type: 'gate.item_withdrawn', subject: payload.targetId, payload }];
}

type Payload<T extends NewEvent['type']> = NewEvent<T>['payload'];

const gateItemNames = Object.keys(gateItems) as GateItem[];

function lineOf(state: DrillState, item: GateItem, targetId: string | null): GateLine | undefined {
  return checklist(state).find((line) => line.item === item && line.targetId === targetId);
}

interface Subject {
  id: string | null;
  name: string;
  /** Whether the log already shows it, without a record of its own. */
  done: boolean;
}

function subjectsOf(state: DrillState, item: GateItem): Subject[] {
  switch (gateItems[item].per) {
    case 'target':
      // A live phase without any named target would be an attack nobody agreed to: the line stays open until there is one.
      if (state.targets.size === 0)
        return isLive(state) && item === 'target_consent' ? [{ id: null, name: '', done: false }] : [];
      return [...state.targets.values()].map(({ id, name }) => ({ id, name, done: false }));
    case 'member':
      return [...state.members.values()].filter(isPlayer).map((member) => ({
        id: member.accountId,
        name: member.name,
        done: memberDone(state, member, item),
      }));
    case 'drill':
      return [{ id: null, name: '', done: drillDone(state, item) }];
  }
}

/** Phases that play against systems in service, as opposed to a closed range or a classroom. */
function isLive(state: DrillState): boolean {
  return state.phases.some((phase) => phase.kind === 'live' || phase.kind === 'many_to_many');
}

/** Members of the attack and defence teams. */
function isPlayer(member: Member): boolean {
  return member.role === 'red' || member.role === 'blue';
}

/** Whether a member has accepted the Nội quy that stands, or signed the pledge. */
export function memberDone(state: DrillState, member: Member, item: GateItem): boolean {
  if (item === 'pledge_signed') return member.pledgedAt !== null;
  return member.rulesAcceptedHash !== null && member.rulesAcceptedHash === state.plan.rulesHash;
}

function drillDone(state: DrillState, item: GateItem): boolean {
  switch (item) {
    case 'decision':
      return state.decision !== null;
    case 'addresses_registered': {
      const attackers = [...state.teams.values()].filter((team) => team.side === 'red');
      return (attackers.length > 0 || !isLive(state)) && attackers.every((team) => team.addresses.length > 0);
    }
    case 'emergency_contacts':
      return state.plan.emergencyContact !== '';
    default:
      return false;
  }
}
