import { fail, redirect } from '@sveltejs/kit';
import { invitationAccept, invitationRead, sessionRead } from '#api/contract/auth.ts';
import { call } from '#api/contract/call.ts';
import { ProblemError } from '#api/contract/problem-error.ts';
import { teamJoin } from '#api/contract/teams.ts';
import { formAct, textFields } from '#web/session/form-act.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params }) => {
  try {
    const code = { code: params.code };
    return { invitation: await call((input, init) => fetch(input, init), invitationRead, { params: code }) };
  } catch (problem) {
    if (problem instanceof ProblemError && problem.status < 500 && problem.status !== 0) return { invitation: null };
    throw problem;
  }
};

const readSession = (fetch: typeof globalThis.fetch) => call((input, init) => fetch(input, init), sessionRead, {});

export const actions: Actions = {
  default: async (event) => {
    const typed = await textFields(event.request, ['account.name', 'account.login', 'account.password']);
    const { 'account.name': name, 'account.login': login, 'account.password': password } = typed;
    const { locale } = event.locals.preferences;
    const params = { code: event.params.code };
    const { user } = await readSession(event.fetch);
    const body = user ? {} : { account: { login, name, password, locale } };
    const accepted = await formAct(event, invitationAccept, { params, body });
    if (!accepted.ok) return fail(accepted.refused.status, { refused: accepted.refused, kept: { name, login } });
    const { kind, drillId } = accepted.output;
    if (kind !== 'seat' || drillId === null) redirect(303, '/');
    // The newcomer's session began a moment ago; the browser has not sent its cookie yet.
    const cookie = event.cookies
      .getAll({ decode: (text) => text })
      .map((one) => `${one.name}=${one.value}`)
      .join('; ');
    const send: typeof event.fetch = (input, init) =>
      event.fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), cookie } });
    const seated = await formAct({ ...event, fetch: send }, teamJoin, {
      params: { drill: drillId },
      body: { code: event.params.code },
    });
    if (!seated.ok) return fail(seated.refused.status, { refused: seated.refused, kept: { name, login } });
    redirect(303, `/drills/${drillId}`);
  },
};
