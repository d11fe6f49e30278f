import { randomUUID } from 'node:crypto';
import { createAccount } from '../auth/create-account.ts';
import { grantRole } from '../auth/grant-role.ts';
import { passwordChange, sessionCreate, sessionRefresh } from '../contract/auth.ts';
import { call, urlOf } from '../contract/call.ts';
import type { OperationShape, OutputOf, RequestOf } from '../contract/operation.ts';
import { accountCreate, roleGrant } from '../contract/people.ts';
import { ProblemError } from '../contract/problem-error.ts';
import type { OrganisationRole } from '../domain/actor.ts';
import type { Runtime } from '../runtime.ts';
import { act } from '../seed/console.ts';

type Asked<O extends OperationShape> = keyof RequestOf<O> extends never ? Record<string, never> : RequestOf<O>;

/** Somebody with an account and a browser, who acts through the API like anyone else. */
export interface Person {
  id: string;
  login: string;
  name: string;
  organisationId: string | null;
  /** Signs in again, and proves who sits here, whenever the system asks for it. Throws ProblemError. */
  call<O extends OperationShape>(operation: O, request?: Asked<O>): Promise<OutputOf<O>>;
  /** The raw answer, for downloads and uploads; `path` begins with `/api/`. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** A file that an operation answers. */
  download(
    operation: OperationShape,
    request: { params?: Record<string, unknown>; query?: Record<string, unknown> },
  ): Promise<Buffer>;
}

export interface PersonFacts {
  login: string;
  name: string;
  organisationId: string | null;
  roles?: readonly { role: OrganisationRole; organisationId: string }[];
}

/** Makes an account from the console, then signs in with its first password and changes it, as the person would. */
export async function introduce(runtime: Runtime, facts: PersonFacts, password: string): Promise<Person> {
  const { kernel } = runtime;
  const { login, name, organisationId, roles = [] } = facts;
  const made = await act(kernel, createAccount, accountCreate, { body: { login, name, organisationId } });
  for (const grant of roles) await act(kernel, grantRole, roleGrant, { params: { account: made.id }, body: grant });
  const newcomer = personWith(runtime, { id: made.id, login, name, organisationId }, made.temporaryPassword);
  await newcomer.call(passwordChange, { body: { current: made.temporaryPassword, password } });
  return personWith(runtime, { id: made.id, login, name, organisationId }, password);
}

let people = 0;

/** Somebody whose account and password exist. */
export function personWith(
  runtime: Runtime,
  facts: Pick<Person, 'id' | 'login' | 'name' | 'organisationId'>,
  password: string,
): Person {
  const fetch = browser(runtime, `192.0.2.${(people++ % 250) + 1}`);
  const signIn = () => call(fetch, sessionCreate, { body: { login: facts.login, password } });
  const prove = () => call(fetch, sessionRefresh, { body: { password } });

  /** Tries again, once for each, after the two refusals a person at a keyboard would answer. */
  async function insisting<T>(attempt: () => Promise<T>): Promise<T> {
    for (let tries = 0; tries < 2; tries += 1) {
      try {
        return await attempt();
      } catch (error) {
        const code = error instanceof ProblemError ? error.code : undefined;
        if (code === 'session.required') await signIn();
        else if (code === 'session.step_up') await prove();
        else throw error;
      }
    }
    return attempt();
  }

  return {
    ...facts,
    call(operation, request) {
      const options = { idempotencyKey: randomUUID() };
      return insisting(() => call(fetch, operation, request as never, options)) as never;
    },
    fetch,
    download: (operation, request) =>
      insisting(async () => {
        const response = await fetch(urlOf(operation, request));
        if (response.ok) return Buffer.from(await response.arrayBuffer());
        const { code } = (await response.json()) as { code: ProblemError['code'] };
        throw new ProblemError(response.status, code);
      }),
  };
}

/** A browser on our own pages: keeps its cookies. */
function browser(runtime: Runtime, address: string) {
  const cookies = new Map<string, string>();
  return async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('sec-fetch-site', 'same-origin');
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await runtime.app.fetch(new Request(`http://localhost${path}`, { ...init, headers }), { address });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
}
