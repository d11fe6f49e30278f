import { resetPassword } from '../auth/reset-password.ts';
import { accountResetPassword } from '../contract/people.ts';
import { act } from '../seed/console.ts';
import { seedSample } from '../seed/sample.ts';
import type { CliCommand } from './command.ts';
import { withRuntime } from './with-runtime.ts';

/** Login of the administrator of the sample province. */
const administrator = 'quan-tri';

export const seed: CliCommand = {
  usage: '',
  run: ({ env, say }) =>
    withRuntime(env, async ({ kernel }) => {
      const begun = await kernel.db.read.selectFrom('account').select('id').limit(1).executeTakeFirst();
      if (begun) {
        say('seed.occupied');
        return 1;
      }
      const { organisations, systems, accounts } = await seedSample(kernel, null);
      const params = { account: accounts.get(administrator) };
      const { login, temporaryPassword } = await act(kernel, resetPassword, accountResetPassword, { params });
      say('seed.done', { organisations: organisations.size, systems: systems.size, accounts: accounts.size });
      say('user.password', { login, password: temporaryPassword });
      return 0;
    }),
};
