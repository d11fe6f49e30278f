import { organisationRead } from '#api/contract/organisations.ts';
import { ask } from '#web/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url, parent }) => {
  const { user } = await parent();
  const organisation = url.searchParams.get('organisation');
  const owner = organisation
    ? await ask(fetch, organisationRead, { params: { organisation } }, url)
    : user.organisation;
  return { owner: owner && { id: owner.id, name: owner.name } };
};
