import { expect, test } from 'vitest';
import { sessionCreate, setupCreate } from '#api/contract/auth.ts';
import { verifyPassword, hashPassword } from '#api/auth/password.ts';
import { ProblemError } from '#api/contract/problem-error.ts';
import { givenApp, password, people, sqlite } from '#test/given.ts';

const wrong = { login: 'admin', password: 'không phải mật khẩu này' };
const codeOf = async (act: Promise<unknown>) =>
  act.then(
    () => 'ok',
    (error: unknown) => (error instanceof ProblemError ? error.code : String(error)),
  );

test('of a hundred guesses at once from one network five are looked at', async () => {
  const app = await givenApp(sqlite);
  const codes = await Promise.all(
    Array.from({ length: 100 }, (_, i) => codeOf(app.visitor(`192.0.2.${i}`).call(sessionCreate, { body: wrong }))),
  );
  expect(codes.filter((code) => code === 'session.credentials')).toHaveLength(5);
  expect(codes.filter((code) => code === 'request.rate_limited')).toHaveLength(95);
  const { params } = await app.visitor('192.0.2.9').refused(sessionCreate, { body: wrong });
  expect(params).toEqual({ seconds: 20 });
  app.clock.pass(20_000);
  await app.visitor('192.0.2.9').call(sessionCreate, { body: { login: 'admin', password } });
});

test('a thousand guesses from fifty networks do not keep the owner out, neither at home nor on a known browser among them', async () => {
  const app = await givenApp(sqlite);
  const owner = app.visitor('198.51.100.1');
  await owner.call(sessionCreate, { body: { login: 'admin', password } });
  owner.address = '10.7.0.1';
  await Promise.all(
    Array.from({ length: 1_000 }, (_, i) =>
      codeOf(app.visitor(`10.${i % 50}.0.${i % 200}`).call(sessionCreate, { body: wrong })),
    ),
  );
  expect(await codeOf(app.visitor('10.7.0.9').call(sessionCreate, { body: { login: 'admin', password } }))).toBe(
    'request.rate_limited',
  );
  await owner.call(sessionCreate, { body: { login: 'admin', password } });
  await app.visitor('203.0.113.5').call(sessionCreate, { body: { login: 'admin', password } });
});

test('spraying one password over many names from one network is slowed down', async () => {
  const app = await givenApp(sqlite);
  const codes = await Promise.all(
    Array.from({ length: 200 }, (_, i) =>
      codeOf(app.visitor('192.0.2.1').call(sessionCreate, { body: { login: `nguoi-${i}`, password: 'matkhau@123' } })),
    ),
  );
  expect(codes.filter((code) => code === 'session.credentials').length).toBeLessThanOrEqual(64);
  expect(codes).toContain('request.rate_limited');
});

test('a hall behind one address signs in at once', async () => {
  const app = await givenApp(sqlite);
  const codes = await Promise.all(
    Array.from({ length: people.length * 5 }, (_, i) =>
      codeOf(
        app
          .visitor('192.0.2.1')
          .call(sessionCreate, { body: { login: people[i % people.length]?.login ?? '', password } }),
      ),
    ),
  );
  // More than a network may fail: right answers are not counted.
  expect(codes.length).toBeGreaterThan(60);
  expect(new Set(codes)).toEqual(new Set(['ok']));
});

test('the set-up code cannot be searched for', async () => {
  const app = await givenApp(sqlite, { untouched: true });
  const body = { code: 'AAAA-AAAA-AAAA', organisation: 'Sở', login: 'a', name: 'A', password };
  const codes = [];
  for (let i = 0; i < 8; i++) codes.push(await codeOf(app.visitor().call(setupCreate, { body })));
  expect(codes).toEqual([...Array<string>(5).fill('setup.code'), ...Array<string>(3).fill('request.rate_limited')]);
});

test('a verifier is salted, of the agreed cost, and fits one password only', async () => {
  const [one, two] = await Promise.all([hashPassword(password), hashPassword(password)]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(one).not.toBe(two);
  expect(await verifyPassword(one, password)).toBe(true);
  expect(await verifyPassword(one, `${password} `)).toBe(false);
  expect(await verifyPassword(undefined, password)).toBe(false);
});
