import { auditRead } from '#api/contract/log.ts';
import { accountRead } from '#api/contract/people.ts';
import { ask } from '#web/ask.ts';
import { rolesHeld } from '#web/session/session.ts';
import { nameSubjects } from '#web/ui/admin/name-subjects.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, parent, url }) => {
  const { user } = await parent();
  const admin = rolesHeld(user).has('admin');
  const [account, trail] = await Promise.all([
    ask(fetch, accountRead, { params }, url),
    admin ? ask(fetch, auditRead, { query: { actor: params.account, limit: 8 } }, url) : null,
  ]);
  return { account, trail, names: await nameSubjects(fetch, trail?.items ?? []), admin };
};
