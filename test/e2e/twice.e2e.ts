import { claimList } from '#api/contract/claim-views.ts';
import { vi } from '#web/i18n/vi/index.ts';
import { act, givenClaim, givenDrill } from './drill.ts';
import { expect, test } from './fixtures.ts';

const { claim, ui, problem } = vi;

test('a button pressed twice sends once', async ({ signedIn, server }) => {
  const drill = await givenDrill(server);
  const page = await signedIn('red');
  await page.goto(`${drill.path}/claims/new`);
  await page.getByLabel(claim.target, { exact: true }).selectOption({ index: 1 });
  await page.getByLabel(claim.name).fill('Bấm hai lần');
  await page.getByLabel(ui.severity.low).check();
  await page.getByLabel(claim.description, { exact: true }).fill('Vội tay.');
  await page.getByRole('button', { name: claim.submit }).dblclick();
  await expect(page).toHaveURL(/\/claims\/[0-9a-f-]{36}$/);
  const { items } = await act(page, claimList, { params: { drill: drill.id }, query: {} });
  expect(items.map(({ title }) => title)).toEqual(['Bấm hai lần']);
});

test('a second judge sees who holds a finding, and that it is decided already', async ({ signedIn, server }) => {
  const drill = await givenDrill(server);
  const id = await givenClaim(server, drill, 1);
  const room = `${drill.path}/judge?claim=${id}`;
  const first = await signedIn('judge');
  await first.goto(room);
  await expect(first.getByText(/^Giữ cho giám khảo này đến /)).toBeVisible();
  const second = await signedIn('judge2');
  await second.goto(room);
  await expect(second.getByText(/^Hồ Giám Khảo đang chấm đến /)).toBeVisible();
  await expect(second.getByRole('button', { name: claim.accept })).toBeDisabled();

  await first.keyboard.press('3');
  await first.keyboard.press('Enter');
  await expect(first.getByText(claim.queueEmpty).first()).toBeVisible();
  await expect(second.getByText(claim.queueEmpty).first()).toBeVisible();
  const late = await second.request.post(`/api/drills/${drill.id}/claims/${id}/decide`, {
    headers: { origin: new URL(second.url()).origin, 'idempotency-key': crypto.randomUUID() },
    data: { decision: { outcome: 'rejected', reason: 'Đã có quyết định khác' } },
  });
  expect(late.status()).toBe(409);
  expect(Object.keys(problem)).toContain(((await late.json()) as { code: string }).code);
});
