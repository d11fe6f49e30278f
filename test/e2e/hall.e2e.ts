import type { Page } from '@playwright/test';
import type { NewEvent } from '#api/domain/event.ts';
import { drillIn } from '#test/drill-in.ts';
import { units } from '#test/people.ts';
import { vi } from '#web/i18n/vi/index.ts';
import { expect, test } from './fixtures.ts';

const sizes = [
  [1920, 1080],
  [3840, 2160],
  [1024, 768],
  [1366, 768],
] as const;
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A live drill of its own with `teams` attack teams and points in falling order; two of them equal. */
function hallOf(teams: number, code: string): NewEvent[] {
  const now = Date.now();
  const formed = Array.from({ length: teams }, (_, i): NewEvent => ({
    type: 'team.formed',
    subject: `t${i}`,
    payload: {
      teamId: `t${i}`,
      name: `Đội tấn công số ${i + 1} Hàm Luông`,
      side: 'red',
      organisationIds: [units.vendor],
      targetIds: [],
    },
  }));
  const scored = formed.map(({ subject }, i): NewEvent => ({
    type: 'score.adjusted',
    subject,
    payload: { teamId: String(subject), points: 900_000 - 20_000 * (i === 2 ? 1 : i), reason: 'mẫu', rule: 'bonus' },
  }));
  const base = drillIn('live', now, code).filter((event) => event.subject !== 'team-red');
  const at = base.findIndex((event) => event.type === 'drill.approved');
  return [...base.slice(0, at), ...formed, ...base.slice(at), ...scored];
}

const codeOf = (n: number) => `HALL${[3, 2, 1, 0].map((i) => letters[Math.floor(n / 32 ** i) % 32]).join('')}`;

/** Text smaller than a fortieth of the screen, rows outside of it, and whether anything scrolls. */
const measure = (page: Page) =>
  page.evaluate(() => {
    const small = [...document.querySelectorAll<HTMLElement>('.hall *')].filter(
      (node) =>
        [...node.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.textContent?.trim()) &&
        !node.closest('.visually-hidden') &&
        node.checkVisibility() &&
        parseFloat(getComputedStyle(node).fontSize) < innerHeight / 40 - 0.01,
    );
    const rows = [...document.querySelectorAll('.hall ol[aria-label] > li')];
    const outside = rows.filter(
      (row) => row.getBoundingClientRect().bottom > innerHeight || row.getBoundingClientRect().right > innerWidth,
    );
    const slide = document.querySelector('[data-slide]')?.getBoundingClientRect();
    const cut = slide
      ? [...document.querySelectorAll('[data-slide] :is(h2, dt, dd, li, p, img, figcaption)')].filter((node) => {
          const { bottom, right } = node.getBoundingClientRect();
          return bottom > slide.bottom + 1 || right > slide.right + 1;
        })
      : [];
    const { scrollWidth, scrollHeight } = document.documentElement;
    return {
      small: small.map((node) => node.textContent),
      rows: rows.length,
      outside: outside.length + cut.length,
      scrolls: scrollWidth > innerWidth || scrollHeight > innerHeight,
    };
  });

for (const teams of [3, 8, 12, 17, 40])
  test(`${teams} teams fit on every screen of a hall`, async ({ page, server, accessible }) => {
    const code = codeOf(teams);
    await server.given(`drill:hall-${teams}`, hallOf(teams, code));
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      await page.goto(`/board/${code}`);
      await expect(page.getByText('đồng hạng').first()).toBeAttached();
      expect(await measure(page)).toEqual({ small: [], rows: teams, outside: 0, scrolls: false });
    }
    await accessible(page);
  });

for (const teams of [3, 12, 40])
  test(`the other pages of a hall of ${teams} teams fit on every screen, with the longest reason and notice`, async ({
    page,
    server,
    accessible,
  }) => {
    const [code, stream] = [codeOf(100 + teams), `drill:hall-pages-${teams}`];
    const words = (length: number) => 'Kiểm tra lại đường truyền '.repeat(40).slice(0, length).trim();
    await server.given(stream, [
      ...hallOf(teams, code),
      { type: 'drill.announced', subject: null, payload: { text: words(900), audience: 'hall', mustRead: false } },
      { type: 'drill.paused', subject: null, payload: { reason: words(500) } },
    ]);
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      await page.goto(`/board/${code}`);
      // The first page backwards is the last: the notice, then the figures, then the points over time.
      for (const slide of ['notice', 'figures', 'timeline']) {
        await page.keyboard.press('ArrowLeft');
        await expect(page.locator(`[data-slide=${slide}]`)).toBeVisible();
        if (slide === 'timeline') await expect(page.locator('[data-slide] li')).toHaveCount(Math.min(6, teams));
        const { small, outside, scrolls } = await measure(page);
        expect({ slide, small, outside, scrolls }).toEqual({ slide, small: [], outside: 0, scrolls: false });
        if (width === 1920) await accessible(page);
      }
    }
    const announcement = hallOf(teams, code).length + 1;
    const payload = { announcement, audience: 'hall' as const, reason: words(500) };
    await server.given(stream, [{ type: 'drill.announcement_withdrawn', subject: null, payload }]);
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      await page.goto(`/board/${code}`);
      await page.keyboard.press('ArrowLeft');
      await expect(page.locator('[data-slide=notice] s')).toBeVisible();
      const { small, outside, scrolls } = await measure(page);
      expect({ small, outside, scrolls }).toEqual({ small: [], outside: 0, scrolls: false });
      if (width === 1920) await accessible(page);
    }
  });

test('the pages of the hall turn by themselves at the interval asked for, and stand when the screen is held', async ({
  page,
  server,
}) => {
  await server.given('drill:hall-turns', hallOf(5, 'HALLTURN'));
  await page.goto('/board/HALLTURN');
  await page.keyboard.press(' ');
  await page.getByRole('combobox', { name: vi.board.slides.every }).selectOption('10');
  await expect(page).toHaveURL(/every=10/);
  const first = page.locator('.hall ol[aria-label] .name').first();
  await expect(first).toHaveText('Đội Lá Chắn');
  await expect(page.locator('[data-slide=timeline]')).toBeVisible();
  await page.keyboard.press('p');
  const held = page.getByText(vi.board.held).first();
  await expect(held).toBeVisible();
  // Longer than a page stands.
  await page.waitForTimeout(12_000);
  await expect(page.locator('[data-slide=timeline]')).toBeVisible();
  await page.keyboard.press('p');
  await expect(page.locator('[data-slide=figures]')).toBeVisible();
  await page.keyboard.press(' ');
  await expect(page).not.toHaveURL(/every=/);

  await page.reload();
  await expect(first).toBeVisible();
});

test('a reveal takes the hall to the board, and stops the pages', async ({ page, server }) => {
  const stream = 'drill:hall-reveals';
  await server.given(stream, [
    ...hallOf(4, 'HALLREVE'),
    { type: 'board.frozen', subject: null, payload: { reason: 'Giờ cuối' } },
    { type: 'drill.ended', subject: null, payload: { reason: 'Hết giờ' } },
  ]);
  await page.goto('/board/HALLREVE?side=blue&every=60');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-slide=timeline]')).toBeVisible();
  await server.given(stream, [{ type: 'board.reveal_stepped', subject: 't3', payload: { teamId: 't3' } }]);
  await expect(page.locator('.hall ol[aria-label] > li')).toHaveCount(4);
  await expect(page).not.toHaveURL(/every=/);
});

test('the checkpoint in the footer is a picture of its own, without script too', async ({
  browser,
  server,
  baseURL,
}) => {
  const stream = 'drill:hall-seal';
  await server.given(stream, hallOf(4, 'HALLSEAL'));
  await server.given(stream, [{ type: 'drill.paused', subject: null, payload: { reason: 'x' } }]);
  await server.seal(stream);
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto('/board/HALLSEAL');
  const picture = plain.locator('footer img');
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true);
  await context.close();
});

test('the hall moves by itself, holds when asked, and shows the other side', async ({ page, server }) => {
  await server.given('drill:hall-moves', hallOf(5, 'HALLMVES'));
  await page.goto('/board/HALLMVES');
  const first = page.locator('.hall ol[aria-label] .name').first();
  await expect(first).toHaveText(/số 1 /);
  await expect(page.locator('.connection')).toContainText('Trực tuyến');
  const bonus = (teamId: string): NewEvent => ({
    type: 'score.adjusted',
    subject: teamId,
    payload: { teamId, points: 5_000_000, reason: 'mẫu', rule: 'bonus' },
  });
  await server.given('drill:hall-moves', [bonus('t4')]);
  await expect(first).toHaveText(/số 5 /);

  await page.keyboard.press('p');
  await expect(page.getByText('Đã dừng cập nhật trên màn hình này').first()).toBeVisible();
  await server.given('drill:hall-moves', [bonus('t3'), bonus('t3')]);
  await expect(page.locator('.connection')).toContainText('Trực tuyến');
  await expect(first).toHaveText(/số 5 /);
  await page.keyboard.press('p');
  await expect(first).toHaveText(/số 4 /);

  await page.keyboard.press('ArrowRight');
  await expect(first).toHaveText('Đội Lá Chắn');
});

test('the hall is readable without script, and a wrong code says what to do', async ({ browser, server, baseURL }) => {
  await server.given('drill:hall-plain', hallOf(4, 'HALLPLAN'));
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto('/board?code=hall-plan');
  await expect(plain.locator('.hall .name')).toHaveCount(4);
  await plain.goto('/board/HALLPLAN?side=blue');
  await expect(plain.locator('.hall .name')).toHaveText(['Đội Lá Chắn']);
  expect((await plain.goto('/board/HALLNONE'))?.status()).toBe(404);
  await expect(plain.getByRole('heading', { name: 'Mã này không mở được bảng điểm nào' })).toBeVisible();
  await context.close();
});
