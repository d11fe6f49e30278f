import type { Page } from '@playwright/test';
import type { NewEvent } from '#api/domain/event.ts';
import { drillIn } from '#test/drill-in.ts';
import { units } from '#test/people.ts';
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
    const { scrollWidth, scrollHeight } = document.documentElement;
    return {
      small: small.map((node) => node.textContent),
      rows: rows.length,
      outside: outside.length,
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
