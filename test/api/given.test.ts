import { expect, it } from 'vitest';
import { sessionCreate, sessionRead } from '#api/contract/auth.ts';
import { healthRead } from '#api/contract/system.ts';
import { eachDialect, givenApp, password } from '#test/given.ts';

eachDialect((dialect) => {
  it('answers a visitor', async () => {
    const app = await givenApp(dialect);
    expect(await app.visitor().call(healthRead)).toEqual({ ok: true });
    expect((await app.visitor().call(sessionRead)).user).toBeNull();
  });

  it('knows its people by session and by password, and after a restart', async () => {
    const app = await givenApp(dialect);
    const admin = await app.as('admin');
    expect((await admin.call(sessionRead)).user).toMatchObject({
      login: 'admin',
      grants: [{ role: 'admin', organisationId: '*' }],
    });
    const browser = app.visitor();
    await browser.call(sessionCreate, { body: { login: 'officer', password } });
    await app.restart();
    expect((await browser.call(sessionRead)).user).toMatchObject({ login: 'officer' });
    expect((await admin.call(sessionRead)).user).toMatchObject({ login: 'admin' });
  });
});
