import type * as Crypto from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { sessionCreate } from '#api/contract/auth.ts';
import { givenApp, password, sqlite } from '#test/given.ts';

const hashed = vi.hoisted(() => [] as { memory: number; passes: number; parallelism: number }[]);
vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof Crypto>();
  const argon2: typeof crypto.argon2 = (kind, options, done) => {
    hashed.push({ memory: options.memory, passes: options.passes, parallelism: options.parallelism });
    crypto.argon2(kind, options, done);
  };
  return { ...crypto, default: { ...crypto, argon2 }, argon2 };
});

it('a sign-in costs the same whether there is such an account or not (R29)', async () => {
  const app = await givenApp(sqlite);
  await app.given('system', [
    {
      type: 'account.created',
      subject: 'account-moi',
      payload: {
        accountId: 'account-moi',
        login: 'moi',
        name: 'Chưa có mật khẩu',
        organisationId: null,
        email: null,
        locale: 'vi',
      },
    },
  ]);
  const costOf = async (login: string, given: string) => {
    hashed.length = 0;
    const refused = await app.visitor().refused(sessionCreate, { body: { login, password: given } });
    expect([login, refused.code]).toEqual([login, 'session.credentials']);
    return [...hashed];
  };
  const known = await costOf('officer', `${password}!`);
  expect(known).toEqual([{ memory: 19_456, passes: 2, parallelism: 1 }]);
  expect(await costOf('khong-co-ai', password)).toEqual(known);
  expect(await costOf('moi', password)).toEqual(known);
  expect(await costOf('', '').catch(() => 'refused by its shape')).toBe('refused by its shape');
});
