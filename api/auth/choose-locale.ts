import { localeChoose } from '../contract/auth.ts';
import { command } from '../kernel/command.ts';

export const chooseLocale = command({
  operation: localeChoose,
  stream: () => 'system',
  load: async () => null,
  decide: (_state, { actor, body }) => [
    { type: 'account.locale_chosen', subject: actor.id, payload: { accountId: actor.id, locale: body.locale } },
  ],
  answer: () => ({ ok: true as const }),
});
