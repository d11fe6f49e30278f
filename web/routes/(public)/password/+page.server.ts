import { fail, redirect } from '@sveltejs/kit';
import { passwordChange } from '#api/contract/auth.ts';
import { formAct, ownPath, textFields } from '#web/session/form-act.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent }) => {
  const { session } = await parent();
  if (!session.user) redirect(303, '/login?to=/password');
  return { forced: session.user.mustChangePassword };
};

export const actions: Actions = {
  default: async (event) => {
    const { current, password } = await textFields(event.request, ['current', 'password']);
    const act = await formAct(event, passwordChange, { body: { current, password } });
    if (!act.ok) return fail(act.refused.status, { refused: act.refused });
    redirect(303, ownPath(event.url.searchParams.get('to')));
  },
};
