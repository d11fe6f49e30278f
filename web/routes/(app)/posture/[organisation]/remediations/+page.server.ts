import { remediationList } from '#api/contract/remediation.ts';
import { organisationRead } from '#api/contract/organisations.ts';
import { ask } from '#web/ask.ts';
import { oneOf } from '#web/session/preferences.ts';
import { isLate, openRemediations } from '#web/ui/posture/remediations.ts';
import type { PageServerLoad } from './$types';

const steps = ['open', 'fixed', 'retested', 'all'] as const;
const severities = ['critical', 'high', 'medium', 'low'] as const;

export const load: PageServerLoad = async ({ fetch, params, parent, url }) => {
  const { posture } = await parent();
  const { organisation } = params;
  const late = url.searchParams.get('late') === 'true';
  const status = late ? 'open' : oneOf(steps, url.searchParams.get('status'), 'open');
  const severity = severities.find((one) => one === url.searchParams.get('severity'));
  const fromDrill = url.searchParams.get('fromDrill') || undefined;
  const page = late
    ? {
        items: (await openRemediations(fetch, organisation, url)).filter((one) => isLate(one, posture.asOf)),
        next: null,
        total: null,
      }
    : await ask(
        fetch,
        remediationList,
        {
          query: {
            organisation,
            severity,
            fromDrill,
            status: status === 'all' ? undefined : status,
            after: url.searchParams.get('after') ?? undefined,
          },
        },
        url,
      );
  const ids = [...new Set(page.items.map((one) => one.organisationId))];
  const units = await Promise.all(
    ids.map(async (id) => [id, await ask(fetch, organisationRead, { params: { organisation: id } }, url)] as const),
  );
  return { status, severity: severity ?? '', late, page, units: Object.fromEntries(units) };
};
