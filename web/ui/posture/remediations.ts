import { remediationList } from '#api/contract/remediation.ts';
import type { OutputOf } from '#api/contract/operation.ts';
import { ask } from '#web/ask.ts';

export type Remediation = OutputOf<typeof remediationList>['items'][number];

/** Past its day and still open. */
export const isLate = ({ status, dueAt }: Pick<Remediation, 'status' | 'dueAt'>, now: number): boolean =>
  status === 'open' && dueAt !== null && dueAt < now;

// A province that has more open findings than this has other worries than a number.
const pages = 10;

/** Every open finding of an organisation and all below it. */
export async function openRemediations(
  fetch: typeof globalThis.fetch,
  organisation: string,
  url: URL,
): Promise<Remediation[]> {
  const all: Remediation[] = [];
  let after: string | undefined;
  for (let page = 0; page < pages; page += 1) {
    const { items, next } = await ask(
      fetch,
      remediationList,
      { query: { organisation, status: 'open', limit: 200, after } },
      url,
    );
    all.push(...items);
    if (next === null) break;
    after = next;
  }
  return all;
}
