import { vi } from '#web/i18n/vi/index.ts';
import { givenDrill } from './drill.ts';
import { expect, test } from './fixtures.ts';

const { claim, incident, auth, shell, ui } = vi;

test('a lost network is said at once, nothing typed is lost, and a finding is sent again by itself and counts once', async ({
  signedIn,
  server,
}) => {
  const drill = await givenDrill(server);
  const page = await signedIn('red');
  await page.goto(`${drill.path}/claims/new`);
  await page.getByLabel(claim.target, { exact: true }).selectOption({ index: 1 });
  await page.getByLabel(claim.name).fill('Vượt quyền xem hồ sơ');
  await page.getByLabel(ui.severity.high).check();
  await page.getByLabel(claim.description, { exact: true }).fill('Đổi số hồ sơ trên địa chỉ.');

  // The answer is lost on its way back: the server has acted, the page cannot know.
  const keys: string[] = [];
  const sends = `**/api/drills/${drill.id}/claims`;
  await page.route(sends, async (route) => {
    keys.push(route.request().headers()['idempotency-key'] ?? '');
    if (keys.length > 1) return route.continue();
    await route.fetch();
    await page.context().setOffline(true);
    await route.abort('internetdisconnected');
  });
  await page.getByRole('button', { name: claim.submit }).click();
  await expect(page.getByText(shell.offlineBanner)).toBeVisible();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(page.getByLabel(claim.name)).toHaveValue('Vượt quyền xem hồ sơ');

  await expect(page.getByText(shell.sendsAgain)).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText(shell.offlineBanner)).toBeHidden();
  await expect(page).toHaveURL(/\/claims\/[0-9a-f-]{36}$/);
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
  await page.goto(`${drill.path}/claims`);
  await expect(page.getByText('Vượt quyền xem hồ sơ')).toHaveCount(1);
});

test('a session that ends in the middle of a form leads to sign-in and back to what was typed', async ({ visitor }) => {
  const page = await visitor();
  const signIn = async () => {
    await page.getByLabel(auth.login).fill('officer');
    await page.getByLabel(auth.password, { exact: true }).fill('bốn con trâu cày ruộng sâu');
    await page.getByRole('button', { name: auth.signIn }).click();
  };
  await page.goto('/incidents/new');
  await signIn();
  await expect(page).toHaveURL('/incidents/new');
  await page.getByLabel(incident.what).fill('Máy trạm mã hóa tệp');
  await page.getByLabel(incident.description).fill('Phòng Một cửa, tầng 2.');
  await page.context().clearCookies();
  await page.getByRole('button', { name: incident.submit }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(page.getByLabel(incident.what)).toHaveValue('Máy trạm mã hóa tệp');
  await page.goto('/incidents/new');
  await expect(page).toHaveURL(/\/login\?to=/);
  await signIn();
  await expect(page.getByLabel(incident.what)).toHaveValue('Máy trạm mã hóa tệp');
  await expect(page.getByLabel(incident.description)).toHaveValue('Phòng Một cửa, tầng 2.');
});

test('a server that dies is said to be gone, also by a page that follows nothing', async ({ signedIn }) => {
  const page = await signedIn('officer');
  await page.goto('/incidents/new');
  await page.getByLabel(incident.what).fill('Máy chủ ngừng giữa chừng');
  await page.route('**/api/**', (route) => route.abort('connectionrefused'));
  await page.getByRole('button', { name: incident.submit }).click();
  await expect(page.getByText(shell.offlineBanner)).toBeVisible();
  await expect(page.getByRole('banner').getByRole('status')).toContainText(shell.offline);
  await page.unroute('**/api/**');
  await expect(page.getByRole('heading', { level: 1, name: 'Máy chủ ngừng giữa chừng' })).toBeVisible();
  await expect(page.getByText(shell.offlineBanner)).toBeHidden();
});

test('without a network a link leads nowhere, and the page stays with what is typed', async ({ signedIn }) => {
  const page = await signedIn('officer');
  await page.goto('/incidents/new');
  await page.getByLabel(incident.what).fill('Máy trạm mã hóa tệp');
  await page.context().setOffline(true);
  await expect(page.getByText(shell.offlineBanner)).toBeVisible();
  const link = page.getByRole('navigation', { name: shell.mainNav }).getByRole('link', { name: shell.nav.systems });
  await link.press('Enter');
  await expect(page).toHaveURL('/incidents/new');
  await expect(page.getByLabel(incident.what)).toHaveValue('Máy trạm mã hóa tệp');
  await page.context().setOffline(false);
  await expect(page.getByText(shell.offlineBanner)).toBeHidden();
  await link.press('Enter');
  await expect(page).toHaveURL('/systems');
});
