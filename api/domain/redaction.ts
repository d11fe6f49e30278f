import type { EventPayloads, EventType, NewEvent } from './event.ts';
import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import type { RedactedEntry } from './system/events.ts';

/** What stands where a text was blanked: the same in every language, and never empty, for a rule may ask for a text. */
export const blank = '█████';

/** Dotted paths of the texts within a payload. */
type TextPath<P> = P extends readonly unknown[]
  ? never
  : P extends object
    ? {
        [K in keyof P & string]: NonNullable<P[K]> extends string ? K : `${K}.${TextPath<NonNullable<P[K]>>}`;
      }[keyof P & string]
    : never;
type Texts = { readonly [T in EventType]?: readonly TextPath<EventPayloads[T]>[] };

const finding = [
  'finding.title',
  'finding.endpoint',
  'finding.description',
  'finding.fixNow',
  'finding.fixLong',
] as const;
const note = ['note'] as const;
const reason = ['reason'] as const;
const text = ['text'] as const;

/**
 * What people write in their own words, by the type of the entry. Only these are blanked: ids, times, numbers and choices stay, so
 * that every fold still comes to the same scores, deadlines and states. An entry of any other type cannot be blanked.
 */
const texts: Texts = {
  'account.created': ['login', 'name', 'email'],
  'account.updated': ['name', 'email'],
  'account.disabled': reason,
  'session.opened': ['address'],
  'event.redacted': reason,
  'organisation.created': note,
  'organisation.updated': note,
  'information_system.registered': ['description', 'usersNote', 'note'],
  'information_system.updated': ['description', 'usersNote', 'note'],
  'information_system.retired': reason,
  'information_system.linked': note,
  'response_team.created': note,
  'response_team.updated': note,
  'cluster.created': note,
  'cluster.updated': note,
  'information_system.contact_set': ['name', 'duty', 'phone', 'email'],
  'drill.drafted': ['plan.emergencyContact'],
  'drill.replanned': ['plan.emergencyContact'],
  'drill.seat_given': ['name'],
  'drill.seat_taken_away': reason,
  'drill.document_added': ['name'],
  'drill.announced': text,
  'drill.inject_delivered': ['title', 'text'],
  'drill.paused': reason,
  'drill.resumed': reason,
  'drill.extended': reason,
  'drill.ended': reason,
  'gate.item_recorded': ['reference', 'note'],
  'gate.item_withdrawn': reason,
  'gate.item_overridden': reason,
  'board.frozen': reason,
  'board.unfrozen': reason,
  'claim.drafted': finding,
  'claim.revised': finding,
  'claim.evidence_added': ['name'],
  'claim.information_requested': ['question'],
  'claim.resubmitted': ['reply'],
  'claim.verified': note,
  'claim.decided': ['decision.reason'],
  'score.adjusted': reason,
  'ticket.graded': reason,
  'incident.created': ['title', 'description', 'detectionMethod'],
  'incident.edited': [
    'changes.title',
    'changes.description',
    'changes.detectionMethod',
    'changes.cause',
    'changes.remedy',
    'changes.scope',
  ],
  'incident.reopened': reason,
  'incident.cancelled': reason,
  'incident.merged': reason,
  'incident.noted': text,
  'incident.note_corrected': text,
  'incident.task_added': ['title'],
  'incident.task_waived': reason,
  'incident.action_added': ['text', 'proofOfAction', 'proofOfEffect'],
  'incident.action_proved': ['proofOfAction', 'proofOfEffect'],
  'incident.commented': text,
  'incident.evidence_added': ['name'],
  'incident.serious_decided': reason,
  'incident.clock_reported': ['channel', 'receiver'],
  'incident.clock_waived': reason,
  'remediation.fixed': note,
  'remediation.retested': note,
};

/** The types whose entries say who somebody is: they are blanked together, by erasing the account. */
const ofPerson: ReadonlySet<string> = new Set<EventType>(['account.created', 'account.updated']);

/** Whether an entry of this type may be blanked by itself. */
export function isRedactable(type: string): boolean {
  return Object.hasOwn(texts, type) && !ofPerson.has(type);
}

/** An entry as the log holds it. */
export interface Held {
  seq: number;
  type: string;
  subject: string | null;
  payload: unknown;
  redacted: boolean;
}

/** What is left of an entry; nothing when it holds no text that could go, or no longer does. */
export function restOf({ seq, type, payload, redacted }: Held): RedactedEntry | null {
  if (redacted || !Object.hasOwn(texts, type)) return null;
  const rest = structuredClone(payload);
  let changed = false;
  for (const path of texts[type as EventType] ?? []) changed = blankAt(rest, path.split('.')) || changed;
  // A login is one of a kind.
  if (type === 'account.created') Object.assign(rest as object, { login: erasedLogin(rest) });
  return changed ? { seq, of: type, rest } : null;
}

const erasedLogin = (rest: unknown) => `erased-${(rest as { accountId: string }).accountId}`;

function blankAt(value: unknown, [name = '', ...deeper]: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return false;
  const record = value as Record<string, unknown>;
  if (deeper.length > 0) return blankAt(record[name], deeper);
  if (typeof record[name] !== 'string' || record[name] === '') return false;
  record[name] = blank;
  return true;
}

/** Blanks the texts of one entry. */
export function redact(entry: Held, why: string): NewEvent[] | Refusal {
  if (entry.redacted) return refuse('redaction.done');
  if (ofPerson.has(entry.type)) return refuse('redaction.person');
  const rest = restOf(entry);
  if (rest === null) return refuse('redaction.nothing');
  return [{ type: 'event.redacted', subject: entry.subject, payload: { entries: [rest], reason: why } }];
}

/** Blanks, in one act, what the entries of a stream say about a person; nothing is left to do when all are blanked. */
export function redactAll(entries: readonly Held[], subject: string, why: string): NewEvent[] {
  const rests = entries.map(restOf).filter((rest) => rest !== null);
  return rests.length === 0 ? [] : [{ type: 'event.redacted', subject, payload: { entries: rests, reason: why } }];
}
