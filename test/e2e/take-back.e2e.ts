import type { Page } from '@playwright/test';
import { drillRead } from '#api/contract/drill-views.ts';
import { accountId } from '#test/people.ts';
import { vi } from '#web/i18n/vi/index.ts';
import { act, givenClaim, givenDrill } from './drill.ts';
import { expect, test } from './fixtures.ts';
import { confirm, dialog, press } from './hands.ts';

const { board, claim, common, control, drill: words } = vi;
const findings = (page: Page) => page.locator('tbody tr').filter({ has: page.locator('a') });
/** Of the newest notice: those before it lie behind. */
const undo = (page: Page) => page.locator('[data-front="true"]').getByRole('button', { name: common.undo }).click();

test('a verification is taken back by key and by button, and its team sees it go', async ({ signedIn, server }) => {
  const drill = await givenDrill(server);
  const id = await givenClaim(server, drill, 1);
  const [page, red] = [await signedIn('control'), await signedIn('red')];
  for (const screen of [page, red]) await screen.goto(`${drill.path}/claims/${id}`);
  const status = (screen: Page, word: string) => screen.locator('.tag', { hasText: word }).first();
  for (const back of [() => page.keyboard.press('z'), () => undo(page)]) {
    await page.keyboard.press('v');
    for (const screen of [page, red]) await expect(status(screen, claim.status.verified)).toBeVisible();
    await back();
    await expect(page.getByText(claim.verificationUndone).first()).toBeAttached();
    for (const screen of [page, red]) await expect(status(screen, claim.status.submitted)).toBeVisible();
  }
});

test('an announcement is withdrawn before those who had it: struck through, with the reason, asking for nothing', async ({
  signedIn,
  visitor,
  server,
  accessible,
}) => {
  const drill = await givenDrill(server);
  const [page, blue, red, hall] = [
    await signedIn('control'),
    await signedIn('blue'),
    await signedIn('red'),
    await visitor(),
  ];
  await page.goto(`${drill.path}/control`);
  for (const team of [blue, red]) await team.goto(drill.path);
  await hall.goto(`/board/${drill.code}`);
  const form = page.locator('form', { has: page.getByLabel(control.announce.mustRead) });
  const announce = async (text: string, to: 'blue' | 'hall') => {
    await form.getByLabel(control.announce.text).fill(text);
    await form.getByLabel(control.announce.to).selectOption(control.announce.audience[to]);
    await form.getByLabel(control.announce.mustRead).check();
    await press(form, control.announce.submit);
  };
  const must = blue.getByRole('region', { name: words.overview.mustRead });

  await test.step('from the notice, at once', async () => {
    await announce('Nhầm đội', 'blue');
    await expect(must).toContainText('Nhầm đội');
    await undo(page);
    await expect(must).toHaveCount(0);
    await expect(blue.locator('s')).toHaveText('Nhầm đội');
    const said = words.overview.announcementWithdrawn({ text: 'Nhầm đội', reason: control.announce.withdrawReason });
    await expect(blue.getByRole('status').filter({ hasText: said })).toHaveCount(1);
    expect(await red.content()).not.toContain('Nhầm đội');
  });

  await test.step('later, from the list of what was sent, with a reason; the hall reads it', async () => {
    const text = 'Nghỉ trưa đến 13:00';
    await announce(text, 'hall');
    await expect(hall.getByText(text)).toBeVisible();
    await page.getByRole('link', { name: control.announce.sent({ n: 2 }) }).click();
    await page.getByRole('button', { name: control.announce.withdrawOf({ text }) }).click();
    await expect(dialog(page)).toContainText(text);
    await confirm(page, control.announce.withdraw, undefined, 'Nghỉ lúc 12:30');
    await expect(page.getByRole('button', { name: control.announce.withdrawOf({ text }) })).toHaveCount(0);
    await expect(hall.locator('s', { hasText: text })).toBeVisible();
    await expect(hall.getByText(board.noticeWithdrawn)).toBeVisible();
    for (const team of [blue, red]) {
      await expect(team.locator('s', { hasText: text })).toBeVisible();
      await expect(team.getByText('Nghỉ lúc 12:30').first()).toBeVisible();
    }
    await expect(must).toHaveCount(0);
    await accessible(blue);
    await accessible(page);
  });
});

test('an extension is undone from the notice and from the clock, and every clock follows', async ({
  signedIn,
  visitor,
  server,
}) => {
  const drill = await givenDrill(server);
  const [page, red, hall] = [await signedIn('control'), await signedIn('red'), await visitor()];
  await page.goto(`${drill.path}/control`);
  await red.goto(`${drill.path}/claims`);
  await hall.goto(`/board/${drill.code}`);
  // Twelve hours; an hour more shows in the first two digits of every clock.
  const shows = async (hours: RegExp) => {
    for (const face of [page.getByRole('timer'), hall.getByRole('timer'), red.locator('.mono.time')])
      await expect(face.first()).toHaveText(hours);
  };
  const extend = async () => {
    await press(page, control.clock.extend);
    await dialog(page).getByLabel(control.clock.minutes).fill('60');
    await confirm(page, control.clock.extend, undefined, 'Bù giờ');
    await shows(/^12:/);
  };
  await shows(/^11:/);
  await extend();
  await undo(page);
  await shows(/^11:/);
  await extend();
  await press(page, control.clock.undoExtension);
  await confirm(page, control.clock.undoExtension);
  await shows(/^11:/);
  await expect(page.getByRole('button', { name: control.clock.undoExtension })).toHaveCount(0);
  const { clock } = await act(red, drillRead, { params: { drill: drill.id } });
  expect(clock.durationMs).toBe(12 * 3_600_000);
});

test('every number of the control room opens its list', async ({ signedIn, server }) => {
  const drill = await givenDrill(server);
  const ids = [];
  for (const number of [1, 2, 3]) ids.push(await givenClaim(server, drill, number));
  await server.given(
    drill.stream,
    ids.slice(0, 2).map((claimId) => ({
      type: 'claim.decided' as const,
      subject: claimId,
      payload: { claimId, decision: { outcome: 'rejected' as const, reason: 'x' }, supersedes: null },
    })),
    accountId('judge'),
  );
  const page = await signedIn('control');
  const counts = [
    [2, control.waiting.decided],
    [1, control.waiting.toVerify.toLowerCase()],
    [0, control.waiting.toJudge.toLowerCase()],
    [0, control.waiting.toComplete],
  ] as const;
  for (const [n, word] of counts) {
    await page.goto(`${drill.path}/control`);
    await page.getByRole('link', { name: `${n} ${word}`, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: claim.title })).toBeVisible();
    await expect(findings(page)).toHaveCount(n);
  }

  // What one judge decided stays the question while the list is searched, until all are asked for.
  await page.goto(`${drill.path}/control`);
  await page.getByRole('link', { name: control.judges.decided({ n: '2' }) }).click();
  await expect(page.getByText(claim.ofOneJudge)).toBeVisible();
  await press(page, claim.filter);
  await expect(findings(page)).toHaveCount(2);
  await page.getByRole('link', { name: claim.seeAll }).click();
  await expect(findings(page)).toHaveCount(3);
});

test('the control room on paper is its state and its numbers, without a hand to act', async ({ signedIn, server }) => {
  const live = await givenDrill(server);
  const preparing = await givenDrill(server, 'preparing');
  const draft = await givenDrill(server, 'draft');
  const page = await signedIn('control');
  for (const { path } of [live, preparing, draft]) {
    await page.goto(`${path}/control`);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('heading', { level: 1, name: control.title })).toBeVisible();
    for (const hand of ['input', 'textarea', 'select', 'button', 'form'])
      await expect(page.locator(`main ${hand}:visible`)).toHaveCount(0);
    await page.emulateMedia({ media: null });
  }
  await page.goto(`${live.path}/control`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('timer')).toBeVisible();
  await expect(page.getByText(`0 ${control.waiting.decided}`)).toBeVisible();
});
