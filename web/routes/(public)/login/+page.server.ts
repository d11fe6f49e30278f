import { fail, redirect } from '@sveltejs/kit';
import { sessionCreate, sessionDelete } from '#api/contract/auth.ts';
import { formAct, ownPath, textFields } from '#web/session/form-act.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, url }) => {
  const { session } = await parent();
  if (session.setupNeeded) redirect(303, '/setup');
  if (session.user) redirect(303, ownPath(url.searchParams.get('to')));
};

export const actions: Actions = {
  in: async (event) => {
    const { login, password } = await textFields(event.request, ['login', 'password']);
    const act = await formAct(event, sessionCreate, { body: { login, password } });
    if (!act.ok) return fail(act.refused.status, { refused: act.refused, login });
    redirect(303, ownPath(event.url.searchParams.get('to')));
  },
  out: async (event) => {
    await formAct(event, sessionDelete, {});
    redirect(303, '/login');
  },
};
