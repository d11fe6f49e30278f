import { postureSystems } from '#api/contract/posture.ts';
import { systemListKeys } from '#api/domain/posture/system-lists.ts';
import { systemStatuses } from '#api/domain/registry/kinds.ts';
import { ask } from '#web/ask.ts';
import { oneOf } from '#web/session/preferences.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const asked = (key: string) => url.searchParams.get(key) ?? '';
  const filters = {
    figure: oneOf(systemListKeys, asked('figure'), 'all'),
    side: oneOf(['n', 'rest'] as const, asked('side'), 'n'),
    level: /^[0-5]$/.test(asked('level')) ? asked('level') : '',
    status: systemStatuses.find((one) => one === asked('status')) ?? ('' as const),
  };
  const { figure, side, level, status } = filters;
  const query = { figure, side, level: level === '' ? undefined : Number(level), status: status || undefined };
  const { items } = await ask(fetch, postureSystems, { params: { organisation: params.organisation }, query }, url);
  return { filters, items };
};
