import type { Page } from '@playwright/test';
import { incidentCreate, incidentList } from '#api/contract/incidents.ts';
import { urlOf } from '#api/contract/call.ts';
import { accountId, seatOf } from '#test/people.ts';
import { drillIn } from '#test/drill-in.ts';
import { editActs } from '#api/contract/ticket-acts.ts';
import { vi } from '#web/i18n/vi/index.ts';
import { accepted, act } from './drill.ts';
import { expect, test } from './fixtures.ts';

/** Keys work once the page's script has arrived; a person presses again. */
const pressUntil = (page: Page, key: string, path: string) =>
  expect(async () => {
    await page.keyboard.press(key);
    await page.waitForURL((url) => url.pathname.endsWith(path), { timeout: 1_000 });
  }).toPass();

const title = (name: string) => `${name} ${crypto.randomUUID().slice(0, 8)}`;

test('an incident is logged from any page by keys alone, and a likeness is hinted', async ({
  signedIn,
  accessible,
}) => {
  const page = await signedIn('officer');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await pressUntil(page, 'c', '/incidents/new');
  await expect(page.getByRole('textbox', { name: 'Chuyện gì xảy ra?' })).toBeFocused();
  const name = title('Trang chủ hiện nội dung lạ');
  await page.keyboard.type(name);
  await accessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('SỰ CỐ THẬT')).toBeVisible();

  await page.goto('/incidents/new');
  await page.getByRole('textbox', { name: 'Chuyện gì xảy ra?' }).fill(name);
  await expect(page.getByText('Có thể đã được ghi:')).toBeVisible();
});

test('without script an incident is logged all the same, and a refusal keeps what was typed', async ({
  browser,
  baseURL,
  signedIn,
}) => {
  const storageState = await (await signedIn('staff')).context().storageState();
  const context = await browser.newContext({ baseURL: baseURL ?? '', storageState, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/incidents/new');
  await page.getByLabel('Mô tả').fill('Có người gọi báo');
  await page.getByRole('button', { name: 'Gửi' }).click();
  await expect(page.getByRole('alert')).toContainText('Chuyện gì xảy ra?');
  await expect(page.getByLabel('Mô tả')).toHaveValue('Có người gọi báo');
  const name = title('Máy trạm báo mã độc');
  await page.getByLabel('Chuyện gì xảy ra?').fill(name);
  await page.getByLabel('Phát hiện lúc').fill('5 phút trước');
  await page.getByRole('button', { name: 'Gửi' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await context.close();
});

test('an officer takes a ticket, writes its story, is told what is missing, and reports in time', async ({
  signedIn,
  accessible,
}) => {
  const page = await signedIn('officer');
  let streams = 0;
  page.on('request', (request) => void (streams += Number(request.url().includes('/api/live/'))));
  const name = title('Mã hóa tệp dùng chung');
  await page.goto(`/incidents/new?title=${encodeURIComponent(name)}&severity=critical&detected=30 phút trước`);
  await expect(page.getByRole('radio', { name: 'Nghiêm trọng' })).toBeChecked();
  await page.getByRole('button', { name: 'Gửi' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.keyboard.press('s');
  await expect(page.getByRole('button', { name: 'Bắt đầu xử lý' })).toBeVisible();
  await page.keyboard.press('m');
  await expect(page.getByLabel('Người xử lý')).toHaveValue(accountId('officer'));

  await page.keyboard.press('t');
  await page.keyboard.type('Ngắt ổ dùng chung');
  await page.getByLabel('Lúc', { exact: true }).fill('5 phút trước');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('list', { name: 'Diễn biến' })).toContainText('Ngắt ổ dùng chung');

  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('s');
  await expect(page.getByText('còn thiếu:')).toContainText('ít nhất một hành động xử lý');
  await page.keyboard.press('s');
  const action = page.getByRole('dialog', { name: 'Ghi hành động' });
  await action.getByLabel('Đã làm gì').fill('Cô lập máy chủ tệp');
  await accessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(action).toBeHidden();
  await expect(page.getByText('thiếu bằng chứng hiệu quả')).toBeVisible();

  await page.getByRole('button', { name: /^Đã báo cáo: Thông báo ngay/ }).click();
  await page.getByRole('dialog').getByLabel('Người nhận').fill('Trực ban');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/đã báo sau/)).toBeVisible();
  await accessible(page);
  // Each act reloads the page's data; the stream that tells of changes stays open through all of them.
  expect(streams).toBe(1);
});

test('what somebody else saved meanwhile is shown, what is typed stays, and saving again replaces it', async ({
  signedIn,
  accessible,
}) => {
  const page = await signedIn('officer');
  await page.goto('/incidents');
  const { id } = await act(page, incidentCreate, { body: { title: title('Máy chủ gửi thư rác') } });
  await page.goto(`/incidents/${id}`);
  await page.keyboard.press('e');
  const box = page.locator('dialog[open]');
  await box.getByLabel('Nguyên nhân').fill('Lộ mật khẩu quản trị');
  await box.getByLabel('Phạm vi').fill('Một máy chủ');
  const body = { cause: 'Lỗ hổng chưa vá', remedy: 'Cài bản vá', revision: 0 };
  await act(page, editActs.real, { params: { incident: id }, body });
  await box.getByRole('button', { name: 'Lưu' }).click();
  const newer = box.getByRole('region', { name: vi.incident.newer });
  await expect(newer).toContainText('Lỗ hổng chưa vá');
  await expect(newer).not.toContainText('Cài bản vá');
  await expect(box.getByRole('alert')).toContainText('Nguyên nhân');
  await expect(box.getByLabel('Nguyên nhân')).toHaveValue('Lộ mật khẩu quản trị');
  await accessible(page);
  await box.getByRole('button', { name: 'Lưu' }).click();
  await expect(box).toHaveCount(0);
  for (const kept of ['Lộ mật khẩu quản trị', 'Một máy chủ', 'Cài bản vá'])
    await expect(page.getByRole('definition').filter({ hasText: kept })).toBeVisible();
});

test('a file sent with an incident becomes its evidence', async ({ signedIn }) => {
  const page = await signedIn('officer');
  const name = title('Cổng hiện nội dung lạ');
  await page.goto('/incidents/new');
  await page.getByRole('textbox', { name: 'Chuyện gì xảy ra?' }).fill(name);
  const file = { name: 'anh.txt', mimeType: 'text/plain', buffer: Buffer.from('Ảnh chụp màn hình') };
  await page.getByLabel('Ảnh chụp, tệp').setInputFiles(file);
  await page.getByRole('button', { name: 'Gửi' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('link', { name: 'anh.txt' }).first()).toBeVisible();
});

test('nothing scrolls sideways at 320 px, and the list finds without marks', async ({
  signedIn,
  accessible,
  baseURL,
}) => {
  const page = await signedIn('officer');
  const headers = { origin: baseURL ?? '', 'idempotency-key': crypto.randomUUID() };
  const name = title('Truy cập trái phép hệ thống một cửa');
  const made = await page.request.post(urlOf(incidentCreate), { data: { title: name }, headers });
  const { id } = (await made.json()) as { id: string };
  await page.setViewportSize({ width: 320, height: 640 });
  const paths = [
    '/',
    '/incidents',
    `/incidents?search=${encodeURIComponent('truy cap mot cua')}`,
    '/incidents/new',
    `/incidents/${id}`,
  ];
  for (const path of paths) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
    await accessible(page);
  }
  await page.goto(paths[2] ?? '');
  await expect(page.getByRole('link', { name })).toBeVisible();
});

test('a defence team logs a ticket, a judge grades it with the points in view, real lists do not count it', async ({
  server,
  signedIn,
  accessible,
}) => {
  const drill = `drill-${crypto.randomUUID().slice(0, 8)}`;
  const stream = `drill:${drill}`;
  await server.given(stream, drillIn('live', Date.now() - 3_600_000, crypto.randomUUID().slice(0, 8)));
  await server.given(stream, [seatOf('blue', 'blue', 'team-blue'), seatOf('judge', 'judge'), ...accepted('blue')]);
  const blue = await signedIn('blue');
  await blue.goto(`/drills/${drill}/tickets`);
  await pressUntil(blue, 'c', '/tickets/new');
  const name = title('Vượt quyền trên Cổng dịch vụ công');
  await blue.getByRole('textbox', { name: 'Chuyện gì xảy ra?' }).fill(name);
  await blue.keyboard.press('Control+Enter');
  await expect(blue.getByRole('heading', { level: 1, name })).toBeVisible();
  await accessible(blue);

  const judge = await signedIn('judge');
  await judge.goto(new URL(blue.url()).pathname);
  await judge.getByRole('spinbutton', { name: 'Phát hiện' }).fill('50');
  await expect(judge.getByText('15,00 / 100,00')).toBeVisible();
  await accessible(judge);
  await judge.getByRole('button', { name: 'Lưu điểm' }).click();
  await expect(judge.getByText('Chấm lại')).toBeVisible();

  const list = await judge.request.get(urlOf(incidentList, { query: { search: name } }));
  expect(((await list.json()) as { items: unknown[] }).items).toEqual([]);
});
