import { password } from '#test/people.ts';
import { vi } from '#web/i18n/vi/index.ts';
import { givenDrill } from './drill.ts';
import { expect, test } from './fixtures.ts';
import { dialog, press } from './hands.ts';
import { startServer } from './server-process.ts';

const { auth, control, ui } = vi;

// A server of its own: its clock runs ahead.
test('an act on one’s own name asks for the password again after ten minutes', async ({ visitor }) => {
  const server = await startServer();
  try {
    const drill = await givenDrill(server);
    const page = await visitor({ baseURL: server.url });
    await page.goto(`/login?to=${drill.path}/control`);
    await page.getByLabel(auth.login).fill('control');
    await page.getByLabel(auth.password, { exact: true }).fill(password);
    await press(page, auth.signIn);
    await expect(page).toHaveURL(`${drill.path}/control`);
    await server.pass(11 * 60_000);

    const freeze = page.getByRole('button', { name: control.freeze.freeze, exact: true }).first();
    const asked = page.getByRole('dialog', { name: ui.stepUpTitle });
    const submit = async () => {
      await dialog(page).first().getByLabel(control.reason).fill('Giờ cuối');
      await press(dialog(page).first(), control.freeze.freeze);
      await expect(asked).toBeVisible();
    };

    await test.step('left by Escape, nothing has happened and the keyboard is where it was', async () => {
      await freeze.click();
      await submit();
      await page.keyboard.press('Escape');
      await expect(asked).toBeHidden();
      expect(await dialog(page).evaluate((box) => box.contains(document.activeElement))).toBe(true);
      await page.keyboard.press('Escape');
      await expect(dialog(page)).toHaveCount(0);
      await expect(freeze).toBeFocused();
      await expect(page.getByText(control.freeze.off)).toBeVisible();
    });

    await test.step('refused with the wrong password, done with the right one', async () => {
      await freeze.click();
      await submit();
      await asked.getByLabel(ui.stepUpPassword).fill('không phải mật khẩu này');
      await press(asked, ui.stepUpConfirm);
      await expect(asked.getByText(vi.problem['password.wrong']())).toBeVisible();
      await expect(page.getByText(control.freeze.off)).toBeVisible();
      await asked.getByLabel(ui.stepUpPassword).fill(password);
      await press(asked, ui.stepUpConfirm);
      await expect(dialog(page)).toHaveCount(0);
      await expect(page.getByText(control.freeze.since({ at: '' }).slice(0, 20))).toBeVisible();
      await expect(freeze).toHaveCount(0);
    });
  } finally {
    await server.stop();
  }
});
