import { fail, redirect } from '@sveltejs/kit';
import { incidentCreate } from '#api/contract/incidents.ts';
import { ProblemError } from '#api/contract/problem-error.ts';
import { systemList } from '#api/contract/systems.ts';
import { severities } from '#api/domain/drill/claim.ts';
import { ask } from '#web/ask.ts';
import { parseMoment } from '#web/moment.ts';
import { formAct, refuse, textFields } from '#web/session/form-act.ts';
import { oneOf } from '#web/session/preferences.ts';
import { draftFrom, draftFromAddress } from '#web/ui/incident/draft-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url }) => {
  const { items } = await ask(fetch, systemList, { query: { limit: 200 } }, url);
  return { systems: items.map(({ id, name }) => ({ id, name })), given: draftFromAddress(url) };
};

/** For browsers without script; with script the page sends the same by itself and can send it again. */
export const actions: Actions = {
  default: async (event) => {
    const typed = await textFields(event.request, ['title', 'systemId', 'severity', 'detectedAt', 'description']);
    const { title, description } = typed;
    const given = draftFrom({ ...typed, system: typed.systemId, detected: typed.detectedAt });
    const moment = typed.detectedAt.trim();
    const detectedAt = moment === '' ? undefined : (parseMoment(moment, Date.now()) ?? undefined);
    if (moment !== '' && detectedAt === undefined) {
      const issues = [{ path: ['detectedAt'], code: 'invalid_format' }];
      const problem = new ProblemError(400, 'request.invalid', { issues });
      return fail(400, { given, refused: await refuse(event, problem) });
    }
    const body = {
      title,
      description,
      severity: oneOf(severities, typed.severity, 'unknown'),
      systemId: typed.systemId || null,
      ...(detectedAt === undefined ? {} : { detectedAt }),
    };
    const act = await formAct(event, incidentCreate, { body });
    if (!act.ok) return fail(act.refused.status, { given, refused: act.refused });
    redirect(303, `/incidents/${act.output.id}`);
  },
};
