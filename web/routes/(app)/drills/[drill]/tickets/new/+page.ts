import { rulesFirst } from '#web/ui/drill/rules-first.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent }) => {
  const { drill, locale } = await parent();
  return { ...data, Rules: await rulesFirst(drill, locale) };
};
