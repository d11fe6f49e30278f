import { auditRead } from '#api/contract/log.ts';
import { accountRead } from '#api/contract/people.ts';
import { ask } from '#web/ask.ts';
import { oneOf } from '#web/session/preferences.ts';
import { nameSubjects } from '#web/ui/admin/name-subjects.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url }) => {
  const stream = oneOf(['system', 'registry'] as const, url.searchParams.get('stream'), 'system');
  const [type, actor, after] = ['type', 'actor', 'after'].map((key) => url.searchParams.get(key) || undefined);
  const [entries, person] = await Promise.all([
    ask(fetch, auditRead, { query: { stream, type, actor, after } }, url),
    actor && actor !== 'system' ? ask(fetch, accountRead, { params: { account: actor } }, url) : null,
  ]);
  return {
    stream,
    type: type ?? '',
    actor: actor ?? '',
    entries,
    names: await nameSubjects(fetch, entries.items),
    person,
  };
};
