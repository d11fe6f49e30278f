import { call } from '#api/contract/call.ts';
import { accountRead } from '#api/contract/people.ts';
import { ProblemError } from '#api/contract/problem-error.ts';
import { organisationRead } from '#api/contract/organisations.ts';
import { idsOf, type Entry, type Names } from './audit-words.ts';

type Fetch = typeof globalThis.fetch;

/** The names behind the ids of a page of the log; what may not be read stays unnamed. */
export async function nameSubjects(fetch: Fetch, entries: readonly Entry[]): Promise<Names> {
  const send = (input: string, init?: RequestInit) => fetch(input, init);
  const all = entries.map(idsOf);
  const distinct = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];
  const named = async (id: string, read: () => Promise<{ name: string }>) => {
    try {
      return [[id, (await read()).name] as const];
    } catch (problem) {
      if (problem instanceof ProblemError) return [];
      throw problem;
    }
  };
  const found = await Promise.all([
    ...distinct(all.map((one) => one.account)).map((account) =>
      named(account, () => call(send, accountRead, { params: { account } })),
    ),
    ...distinct(all.map((one) => one.organisation)).map((organisation) =>
      named(organisation, () => call(send, organisationRead, { params: { organisation } })),
    ),
  ]);
  return Object.fromEntries(found.flat());
}
