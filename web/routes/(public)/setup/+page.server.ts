import { fail, redirect } from '@sveltejs/kit';
import { setupCreate } from '#api/contract/auth.ts';
import { formAct, textFields } from '#web/session/form-act.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent }) => {
  const { session } = await parent();
  if (!session.setupNeeded) redirect(303, '/');
};

export const actions: Actions = {
  default: async (event) => {
    const typed = await textFields(event.request, ['code', 'organisation', 'name', 'login', 'password']);
    const { locale } = event.locals.preferences;
    const act = await formAct(event, setupCreate, { body: { ...typed, locale } });
    if (act.ok) redirect(303, '/');
    const { password: _, ...kept } = typed;
    return fail(act.refused.status, { refused: act.refused, kept });
  },
};
