import { blank } from './blank.ts';
import type { EventPayloads, EventType, NewEvent } from './event.ts';
import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import type { RedactedEntry } from './system/events.ts';

/** Dotted paths of the texts within a payload; `*` = each of a list. */
export type TextPath<P> = P extends readonly (infer E)[]
  ? E extends string
    ? '*'
    : `*.${TextPath<E>}`
  : P extends object
    ? {
        [K in keyof P & string]-?: NonNullable<P[K]> extends string ? K : `${K}.${TextPath<NonNullable<P[K]>>}`;
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
const plan = [
  'plan.name',
  'plan.theme',
  'plan.rulesText',
  'plan.objectives.*',
  'plan.emergencyContact',
  'phases.*.title',
] as const;
const system = [
  'name',
  'shortName',
  'type',
  'levelBasis',
  'description',
  'usersNote',
  'dossier.decisionNumber',
  'dossier.decisionAuthority',
  'note',
] as const;
const name = ['name'] as const;
const note = ['note'] as const;
const reason = ['reason'] as const;
const text = ['text'] as const;

/**
 * What people write in their own words, names among it, by the type of the entry. Only these are blanked: ids, times, numbers and
 * choices stay, so that every fold still comes to the same scores, deadlines and states. An entry of any other type cannot be
 * blanked; why another string stays is told in `redaction-kept.ts`.
 */
export const texts: Texts = {
  'account.created': ['login', 'name', 'email'],
  'account.updated': ['name', 'email'],
  'account.disabled': reason,
  'session.opened': ['address'],
  'event.redacted': reason,
  'organisation.created': ['name', 'shortName', 'code', 'domain', 'note'],
  'organisation.updated': ['code', 'domain', 'note'],
  'organisation.renamed': ['name', 'shortName'],
  'information_system.registered': system,
  'information_system.updated': system,
  'information_system.retired': reason,
  'information_system.linked': note,
  'response_team.created': ['name', 'note'],
  'response_team.updated': ['name', 'note'],
  'cluster.created': ['name', 'otherMembers.*', 'note'],
  'cluster.updated': ['name', 'otherMembers.*', 'note'],
  'information_system.contact_set': ['name', 'duty', 'phone', 'email'],
  'drill.drafted': plan,
  'drill.replanned': plan,
  'drill.approved': ['decisionNumber'],
  'drill.target_added': ['target.name', 'target.scope.*'],
  'drill.seat_given': name,
  'drill.seat_taken_away': reason,
  'drill.document_added': name,
  'drill.announced': text,
  'drill.announcement_withdrawn': reason,
  'drill.inject_delivered': ['title', 'text'],
  'drill.paused': reason,
  'drill.resumed': reason,
  'drill.extended': reason,
  'drill.extension_withdrawn': reason,
  'drill.ended': reason,
  'drill.published': ['prizes.*.reason'],
  'team.formed': name,
  'team.changed': name,
  'gate.item_recorded': ['reference', 'note'],
  'gate.item_withdrawn': reason,
  'gate.item_overridden': reason,
  'board.frozen': reason,
  'board.unfrozen': reason,
  'claim.drafted': finding,
  'claim.revised': finding,
  'claim.evidence_added': name,
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
  'incident.evidence_added': name,
  'incident.serious_decided': reason,
  'incident.clock_reported': ['channel', 'receiver'],
  'incident.clock_waived': reason,
  'remediation.fixed': note,
  'remediation.retested': note,
};

/** The types whose entries say who somebody is: they are blanked together, by erasing the account. */
const ofPerson: ReadonlySet<string> = new Set<EventType>(['account.created', 'account.updated']);

/** An entry as the log holds it. */
export interface Held {
  seq: number;
  type: string;
  subject: string | null;
  payload: unknown;
  redacted: boolean;
}

/** Where an entry holds texts that could go, as paths within its payload; empty when it holds none, or no longer does. */
export function textsOf({ type, payload, redacted }: Pick<Held, 'type' | 'payload' | 'redacted'>): string[] {
  if (redacted || !Object.hasOwn(texts, type)) return [];
  return (texts[type as EventType] ?? []).flatMap((path) => found(payload, path.split('.')));
}

/** The same for an entry that may be blanked by itself. */
export function blankableIn(entry: Pick<Held, 'type' | 'payload' | 'redacted'>): string[] {
  return ofPerson.has(entry.type) ? [] : textsOf(entry);
}

function found(value: unknown, [key, ...deeper]: readonly string[]): string[] {
  if (typeof value !== 'object' || value === null || key === undefined) return [];
  const record = value as Record<string, unknown>;
  const keys = key === '*' ? Object.keys(record) : Object.hasOwn(record, key) ? [key] : [];
  if (deeper.length > 0) return keys.flatMap((at) => found(record[at], deeper).map((path) => `${at}.${path}`));
  return keys.filter((at) => typeof record[at] === 'string' && record[at] !== '' && record[at] !== blank);
}

/** What is left of an entry without the texts at `paths`; nothing when it holds no text that could go. */
export function restOf(entry: Held, paths: readonly string[] = textsOf(entry)): RedactedEntry | null {
  if (paths.length === 0) return null;
  const rest = structuredClone(entry.payload);
  for (const path of paths) blankAt(rest, path.split('.'));
  // A login is one of a kind.
  if (entry.type === 'account.created') Object.assign(rest as object, { login: erasedLogin(rest) });
  return { seq: entry.seq, of: entry.type, rest };
}

const erasedLogin = (rest: unknown) => `erased-${(rest as { accountId: string }).accountId}`;

function blankAt(value: unknown, [key = '', ...deeper]: readonly string[]): void {
  const record = value as Record<string, unknown>;
  if (deeper.length > 0) blankAt(record[key], deeper);
  else record[key] = blank;
}

/** Blanks texts of one entry: those named, or all. An entry is blanked once; what was kept then stays. */
export function redact(entry: Held, why: string, only?: readonly string[]): NewEvent[] | Refusal {
  if (entry.redacted) return refuse('redaction.done');
  if (ofPerson.has(entry.type)) return refuse('redaction.person');
  const rest = restOf(
    entry,
    textsOf(entry).filter((path) => only?.includes(path) ?? true),
  );
  if (rest === null) return refuse('redaction.nothing');
  return [{ type: 'event.redacted', subject: entry.subject, payload: { entries: [rest], reason: why } }];
}

/** Blanks, in one act, what the entries of a stream say about a person; nothing is left to do when all are blanked. */
export function redactAll(entries: readonly Held[], subject: string, why: string): NewEvent[] {
  const rests = entries.map((entry) => restOf(entry)).filter((rest) => rest !== null);
  return rests.length === 0 ? [] : [{ type: 'event.redacted', subject, payload: { entries: rests, reason: why } }];
}
