import { accountList } from '#api/contract/people.ts';
import { organisationRead } from '#api/contract/organisations.ts';
import { organisationRoles } from '#api/domain/actor.ts';
import { ask } from '#web/ask.ts';
import { oneOf } from '#web/session/preferences.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url }) => {
  const asked = (key: string) => url.searchParams.get(key) ?? '';
  const filters = {
    search: asked('search'),
    organisation: asked('organisation'),
    role: organisationRoles.find((one) => one === asked('role')) ?? ('' as const),
    state: oneOf(['enabled', 'disabled', 'all'] as const, asked('state'), 'enabled'),
  };
  const { organisation, role } = filters;
  const query = {
    ...filters,
    organisation: organisation || undefined,
    role: role || undefined,
    after: asked('after') || undefined,
  };
  return {
    filters,
    accounts: await ask(fetch, accountList, { query }, url),
    organisation: organisation ? await ask(fetch, organisationRead, { params: { organisation } }, url) : null,
  };
};
