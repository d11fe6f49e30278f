import { organisationRead } from '#api/contract/organisations.ts';
import { systemList } from '#api/contract/systems.ts';
import { systemGroups, systemStatuses } from '#api/domain/registry/kinds.ts';
import { ask } from '#web/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url }) => {
  const asked = (key: string) => url.searchParams.get(key) ?? '';
  const filters = {
    search: asked('search'),
    organisation: asked('organisation'),
    level: /^[0-5]$/.test(asked('level')) ? asked('level') : '',
    status: systemStatuses.find((one) => one === asked('status')) ?? ('' as const),
    group: systemGroups.find((one) => one === asked('group')) ?? ('' as const),
    type: asked('type'),
    sort: asked('sort') === 'level' ? ('level' as const) : ('name' as const),
  };
  const { search, sort, organisation, level, status, group, type } = filters;
  const query = {
    search,
    sort,
    after: asked('after') || undefined,
    // Each is a card on a phone.
    limit: 25,
    organisation: organisation || undefined,
    level: level === '' ? undefined : Number(level),
    status: status || undefined,
    group: group || undefined,
    type: type || undefined,
  };
  return {
    filters,
    systems: await ask(fetch, systemList, { query }, url),
    organisation: organisation ? await ask(fetch, organisationRead, { params: { organisation } }, url) : null,
  };
};
