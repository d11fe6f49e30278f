import type { Page } from '@playwright/test';
import type { NewEvent } from '#api/domain/event.ts';
import { drillIn } from '#test/drill-in.ts';
import { vi } from '#web/i18n/vi/index.ts';
import { givenDrill } from './drill.ts';
import type { GivenDrill } from './drill.ts';
import { expect, test } from './fixtures.ts';
import { press } from './hands.ts';
import type { ServerProcess } from './server-process.ts';

const { control, drill: words } = vi;
const sheet = control.sheet;
const scenarioId = 'tan-cong-thuc-chien-so-nganh';

/** The drill as one made from a scenario, so short that every situation is due at once. */
async function withScenario(server: ServerProcess, drill: GivenDrill): Promise<void> {
  const drafted = drillIn('draft', Date.now()).find(
    (event): event is NewEvent<'drill.drafted'> => event.type === 'drill.drafted',
  );
  if (!drafted) throw new Error('no plan');
  const phases = [{ id: 'p', kind: 'live' as const, title: 'Thực chiến', startsAfterMs: 0, durationMs: 1 }];
  const plan = { ...drafted.payload.plan, scenarioId };
  await server.given(drill.stream, [{ type: 'drill.replanned', subject: null, payload: { plan, phases } }]);
}
const turn = (page: Page) => page.locator('.turn');
/** Of the newest notice: those before it lie behind. */
const undo = (page: Page) => page.locator('[data-front="true"]').getByRole('button', { name: vi.common.undo }).click();

test('situations are handed over, taken back, left out and moved by one key each', async ({
  signedIn,
  server,
  accessible,
}) => {
  const drill = await givenDrill(server);
  await withScenario(server, drill);
  const [page, blue, red] = [await signedIn('control'), await signedIn('blue'), await signedIn('red')];
  await page.goto(`${drill.path}/control`);
  await blue.goto(drill.path);
  await red.goto(drill.path);
  await expect(turn(page)).toContainText(sheet.due);
  const first = (await turn(page).locator('strong').textContent()) ?? '';

  await test.step('handed over by G; taken back from the notice; its team keeps a line without a word of it', async () => {
    await page.keyboard.press('g');
    await expect(blue.getByRole('heading', { name: first })).toBeVisible();
    await expect(turn(page).locator('strong')).not.toHaveText(first);
    await undo(page);
    await expect(blue.getByText(words.overview.injectRecalled({ at: '' }).slice(0, 30))).toBeVisible();
    await expect(blue.getByRole('heading', { name: first })).toHaveCount(0);
    await expect(turn(page).locator('strong')).toHaveText(first);
  });

  await test.step('left out by B, and put back', async () => {
    await page.keyboard.press('b');
    await expect(turn(page).locator('strong')).not.toHaveText(first);
    await page.getByRole('button', { name: `${sheet.restore}: ${first}` }).click();
    await expect(turn(page).locator('strong')).toHaveText(first);
  });

  await test.step('moved by D, with all that follow, and back', async () => {
    await page.keyboard.press('d');
    await expect(turn(page)).toContainText(sheet.next);
    await expect(page.locator('li.due')).toHaveCount(0);
    await expect(turn(page)).toContainText(sheet.shiftNow({ span: '15 phút' }));
    await undo(page);
    await expect(turn(page)).toContainText(sheet.due);
  });

  // A notice stays while the pointer rests on it, and is pale on its way out.
  await page.mouse.move(0, 0);
  await expect(page.locator('[data-sonner-toast]')).toHaveCount(0);
  await accessible(page);
  // Of all that was left out or moved, teams hear nothing; what was taken back says nothing.
  for (const team of [blue, red]) {
    await team.goto(drill.path);
    expect(await team.content()).not.toContain(first);
  }
});

test('an announcement reaches the screens it is for, is spoken, and is confirmed once', async ({
  signedIn,
  server,
}) => {
  const drill = await givenDrill(server);
  const [page, blue, red] = [await signedIn('control'), await signedIn('blue'), await signedIn('red')];
  const text = 'Mở lại cổng dịch vụ công lúc 15 giờ';
  await page.goto(`${drill.path}/control`);
  for (const team of [blue, red]) await team.goto(drill.path);

  const form = page.locator('form', { has: page.getByLabel(control.announce.mustRead) });
  await form.getByLabel(control.announce.text).fill(text);
  await form.getByLabel(control.announce.to).selectOption(control.announce.audience.blue);
  await form.getByLabel(control.announce.mustRead).check();
  await press(form, control.announce.submit);

  const must = blue.getByRole('region', { name: words.overview.mustRead });
  await expect(must).toContainText(text);
  await expect(blue.getByRole('status').filter({ hasText: text })).toHaveText(words.overview.newAnnouncement({ text }));
  await must.getByRole('button', { name: words.overview.acknowledge }).click();
  await expect(must).toHaveCount(0);
  await blue.reload();
  await expect(blue.getByText(text)).toBeVisible();
  await expect(must).toHaveCount(0);
  await red.goto(drill.path);
  expect(await red.content()).not.toContain(text);
});

test('teams and the hall read why the clock stands', async ({ signedIn, visitor, server }) => {
  const drill = await givenDrill(server);
  const [page, red, hall] = [await signedIn('control'), await signedIn('red'), await visitor()];
  await page.goto(`${drill.path}/control`);
  await red.goto(`${drill.path}/claims`);
  await hall.goto(`/board/${drill.code}`);
  await page.getByLabel(control.clock.stopReason).fill('Kiểm tra đường truyền');
  await press(page, control.clock.stop);
  for (const screen of [red, hall]) await expect(screen.getByText('Kiểm tra đường truyền')).toBeVisible();
  await expect(page.getByRole('button', { name: control.clock.resume })).toBeVisible();
  await page.keyboard.press('r');
  for (const screen of [red, hall]) await expect(screen.getByText('Kiểm tra đường truyền')).toHaveCount(0);
});
