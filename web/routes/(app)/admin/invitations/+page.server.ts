import { invitationList } from '#api/contract/invitations.ts';
import { invitationStates } from '#api/domain/system/invitation.ts';
import { ask } from '#web/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url }) => {
  const state = invitationStates.find((one) => one === url.searchParams.get('state'));
  const after = url.searchParams.get('after') ?? undefined;
  return { state: state ?? '', sent: await ask(fetch, invitationList, { query: { state, after } }, url) };
};
