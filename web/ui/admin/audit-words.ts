import type { auditRead } from '#api/contract/log.ts';
import type { OutputOf } from '#api/contract/operation.ts';
import type { Dictionary } from '#web/i18n/index.ts';

export type Entry = OutputOf<typeof auditRead>['items'][number];
export type Names = Readonly<Record<string, string>>;

type Facts = Record<string, unknown>;
const factsOf = ({ payload }: Entry) => (typeof payload === 'object' && payload !== null ? payload : {}) as Facts;
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
const wordIn = <T extends Record<string, string>>(words: T, key: string | null) =>
  key !== null && Object.hasOwn(words, key) ? (words[key] ?? null) : null;

/** What an entry says happened, in the words of the log; a type without words says its own name. */
export const sayEntry = (type: string, { event }: Dictionary): string =>
  wordIn(event as Record<string, string>, type) ?? type;

/** The things whose names an entry does not carry itself. */
export function idsOf(entry: Entry): { account: string | null; organisation: string | null } {
  const facts = factsOf(entry);
  const account = text(facts['accountId']);
  const organisation = entry.type.startsWith('organisation.') ? text(facts['organisationId']) : null;
  const scope = /^(role|invitation)\./.test(entry.type) ? text(facts['organisationId']) : null;
  return {
    account: account === entry.actor || text(facts['name']) ? null : account,
    organisation: organisation && !text(facts['name']) ? organisation : scope === '*' ? null : scope,
  };
}

/** Who acted: whoever signs in is the account that came in. Null when no account did. */
export function actorOf(entry: Entry, names: Names): { id: string; name: string | null } | null {
  const account = text(factsOf(entry)['accountId']);
  if (entry.actor === 'anonymous') return account ? { id: account, name: names[account] ?? null } : null;
  return { id: entry.actor, name: entry.actorName };
}

/** What it is about, as far as its facts tell: a name, a role, a place, a reason. Ids are not for people. */
export function aboutEntry(entry: Entry, { people }: Dictionary, names: Names): string {
  const facts = factsOf(entry);
  const account = text(facts['accountId']);
  const { organisation } = idsOf(entry);
  const who = text(facts['name']) ?? (account === entry.actor ? entry.actorName : account && names[account]) ?? null;
  const reason = text(facts['reason']);
  return [
    who,
    wordIn(people.role, text(facts['role'])),
    organisation ? (names[organisation] ?? null) : facts['organisationId'] === '*' ? people.everywhere : null,
    wordIn(people.closedBecause, reason) ?? reason,
    entry.type === 'session.opened' ? text(facts['address']) : null,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The page of the thing an entry is about. */
export function hrefOf(entry: Entry): string | null {
  const { type, subject } = entry;
  const account = text(factsOf(entry)['accountId']);
  if (account !== null) return `/admin/accounts/${account}`;
  if (type.startsWith('organisation.') && subject) return `/organisations/${subject}`;
  return type.startsWith('information_system.') && subject ? `/systems/${subject}` : null;
}
