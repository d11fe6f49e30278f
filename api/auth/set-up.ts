import product from '../../package.json' with { type: 'json' };
import { setupCreate } from '../contract/auth.ts';
import { refuse } from '../domain/refusal.ts';
import { command } from '../kernel/command.ts';
import { setCredential } from './credential.ts';
import { assertStrong, hashPassword } from './password.ts';
import { isSetupCode } from './setup-code.ts';
import { newSecrets, signIn, signInHeaders } from './sign-in.ts';
import { throttled } from './throttle.ts';

/** The first administrator, everywhere in charge, and the organisation at the top of the tree. */
export const setUp = command({
  operation: setupCreate,
  unrecorded: true,
  stream: () => 'system',
  async prepare({ body, call }, kernel) {
    if (
      !(await throttled(kernel, { target: 'setup', address: call.address }, async () => isSetupCode(kernel, body.code)))
    )
      throw refuse('setup.code');
    assertStrong(body.password, body);
    return { verifier: await hashPassword(body.password), secrets: newSecrets() };
  },
  load: async (trx) => ({
    done: (await trx.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined,
  }),
  decide({ done }, { body, call }) {
    if (done) return refuse('setup.done');
    const organisationId = call.newId();
    const { login, name, email, locale } = body;
    return [
      { type: 'system.initialised', subject: null, payload: { version: product.version } },
      {
        type: 'organisation.created',
        subject: organisationId,
        payload: {
          organisationId,
          name: body.organisation,
          shortName: null,
          kind: 'province',
          parentId: null,
          code: null,
          domain: null,
          validFrom: null,
          predecessors: [],
          note: null,
        },
      },
      {
        type: 'account.created',
        subject: call.id,
        payload: { accountId: call.id, login, name, organisationId, email: email === '' ? null : email, locale },
      },
      { type: 'role.granted', subject: call.id, payload: { accountId: call.id, role: 'admin', organisationId: '*' } },
      { type: 'session.opened', subject: call.id, payload: { accountId: call.id, address: call.address } },
    ];
  },
  async effects(trx, _events, { call }, { verifier, secrets }) {
    await setCredential(trx, call.id, verifier, false, call.at);
    await signIn(trx, call, call.id, secrets);
  },
  answer: (_events, { call }) => ({ userId: call.id, mustChangePassword: false }),
  headers: (_events, { call }, { secrets }) => signInHeaders(call, secrets),
});
