import { randomUUID } from 'node:crypto';
import { incidentCreate } from '#api/contract/incidents.ts';
import { organisationCreate } from '#api/contract/organisations.ts';
import type { NewEvent } from '#api/domain/event.ts';
import { drillIn } from '#test/drill-in.ts';
import { units } from '#test/people.ts';
import { vi } from '#web/i18n/vi/index.ts';
import { act, givenClaim, givenDrill, seat } from './drill.ts';
import { expect, test } from './fixtures.ts';
import { confirm, dialog, press } from './hands.ts';

const { log, people, drill: words, claim: finding } = vi;
const secret = 'Nguyễn Thị Bí Mật';

test('what people wrote in an entry is blanked, with its reason on record', async ({
  server,
  signedIn,
  accessible,
}) => {
  const drill = await givenDrill(server);
  await server.given(drill.stream, [seat('admin', 'control', null)]);
  await givenClaim(server, drill, 1, { title: `Lộ dữ liệu của ${secret}` });
  const page = await signedIn('admin');
  await page.goto(`${drill.path}/claims`);
  await expect(page.getByText(secret)).toBeVisible();

  await page.goto(`${drill.path}/log?type=claim.`);
  const row = page.getByRole('row').filter({ hasText: vi.event['claim.drafted'] });
  await row.getByRole('button', { name: log.redact.action }).click();
  await expect(dialog(page)).toContainText(log.redact.follows[0] ?? '');
  await accessible(page);
  await confirm(page, log.redact.action, log.redact.typed, 'lộ tên người dân');
  await expect(row).toContainText(log.redacted);

  await page.goto(`${drill.path}/log?type=event.`);
  await expect(page.getByRole('row').filter({ hasText: vi.event['event.redacted'] })).toContainText('lộ tên người dân');
  await page.goto(`${drill.path}/claims`);
  await expect(page.getByText('PH-1')).toBeVisible();
  await expect(page.getByText(secret)).toHaveCount(0);
  await expect(page.getByRole('link', { name: '(đã xóa trắng)' }).first()).toBeVisible();

  // A team, too; the board, which the browser asks for by itself, says it in the same words.
  await page.goto(`${drill.path}/log?type=team.`);
  const team = page.getByRole('row').filter({ hasText: vi.event['team.formed'] }).last();
  await team.getByRole('button', { name: log.redact.action }).click();
  await confirm(page, log.redact.action, log.redact.typed, 'tên đội có họ tên người');
  await expect(team).toContainText(log.redacted);
  await page.getByRole('main').or(page.getByRole('banner')).locator(`a[href="${drill.path}/board"]`).first().click();
  await expect(page.getByText('(đã xóa trắng)').first()).toBeVisible();
  await expect(page.getByText('█')).toHaveCount(0);
});

test('a text of an incident is blanked from its ticket, and the rest of the entry stays', async ({
  signedIn,
  accessible,
}) => {
  const page = await signedIn('admin');
  await page.goto('/incidents');
  const body = { title: 'Hộp thư gửi thư rác', description: `Người dùng: ${secret}` };
  const { id } = await act(page, incidentCreate, { body });
  await page.goto(`/incidents/${id}`);
  await page.locator('summary').filter({ hasText: vi.incident.more }).click();
  await page.getByRole('link', { name: vi.incident.log }).click();
  const row = page.getByRole('row').filter({ hasText: vi.event['incident.created'] });
  await expect(page.getByRole('row').filter({ has: page.getByRole('cell') })).toHaveCount(1);
  await row.getByRole('button', { name: log.redact.action }).click();
  await expect(dialog(page).getByText(`Người dùng: ${secret}`)).toBeVisible();
  await dialog(page).getByLabel(body.title).uncheck();
  await accessible(page);
  await confirm(page, log.redact.action, log.redact.typed, 'lộ tên người dân');
  await expect(row).toContainText(log.redacted);
  await expect(row.getByRole('button')).toHaveCount(0);
  await accessible(page);
  await row.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: body.title })).toBeVisible();
  await expect(page.getByText('(đã xóa trắng)')).toBeVisible();
  await expect(page.getByText(secret)).toHaveCount(0);
});

test('a blanked name is told in words, in lists and in forms, until a new one is given', async ({ signedIn }) => {
  const page = await signedIn('admin');
  await page.goto('/organisations');
  const name = `Sở ${secret} ${randomUUID().slice(0, 8)}`;
  const { id } = await act(page, organisationCreate, {
    body: { name, kind: 'department', parentId: units.province, note: 'Ghi chú' },
  } as never);
  await page.goto('/admin/audit?stream=registry&type=organisation.');
  const row = page.getByRole('row').filter({ hasText: name });
  await row.getByRole('button', { name: log.redact.action }).click();
  await dialog(page).getByLabel('Ghi chú').uncheck();
  await confirm(page, log.redact.action, log.redact.typed, 'lộ tên người dân');
  await expect(row).toHaveCount(0);

  await page.goto(`/organisations/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: '(đã xóa trắng)' })).toBeVisible();
  await press(page, vi.registry.rename);
  const box = dialog(page);
  await box.getByLabel(vi.registry.organisationName).fill(`Sở Mẫu ${id}`);
  await press(box, vi.registry.rename);
  await expect(page.getByRole('heading', { level: 1, name: `Sở Mẫu ${id}` })).toBeVisible();
  await expect(page.getByText('(đã xóa trắng)')).toBeVisible();
  await expect(page.getByText('█')).toHaveCount(0);
});

test('a person is erased from a closed account', async ({ server, signedIn }) => {
  const id = randomUUID();
  const login = `nguoi-${id.slice(0, 8)}`;
  const created: NewEvent<'account.created'> = {
    type: 'account.created',
    subject: id,
    payload: { accountId: id, login, name: secret, organisationId: units.department, email: null, locale: 'vi' },
  };
  await server.given('system', [created]);
  const page = await signedIn('admin');
  await page.goto(`/admin/accounts/${id}`);
  await expect(page.getByText(people.erase.closeFirst)).toBeVisible();
  await server.given('system', [
    { type: 'account.disabled', subject: id, payload: { accountId: id, reason: 'nghỉ việc' } },
  ]);
  await page.reload();
  await press(page, people.erase.action);
  await confirm(page, people.erase.action, people.erase.typed, 'theo yêu cầu');
  await expect(page.getByText(people.erase.erasedAt({ at: '' }).trim())).toBeVisible();
  await expect(page.getByText(secret)).toHaveCount(0);
  await expect(page.getByText(login)).toHaveCount(0);
});

test('a member seated after the start accepts the rules and signs before the form opens', async ({
  server,
  signedIn,
}) => {
  const drill = await givenDrill(server);
  const [drafted] = drillIn('live', Date.now());
  if (drafted?.type !== 'drill.drafted') throw new Error('no plan');
  const plan = { ...drafted.payload.plan, rulesHash: 'a'.repeat(64) };
  await server.given(drill.stream, [
    { type: 'drill.replanned', subject: null, payload: { plan, phases: [] } },
    seat('red2', 'red', 'team-red'),
  ]);
  const page = await signedIn('red2');
  await page.goto(`${drill.path}/claims/new`);
  await expect(page.getByRole('button', { name: finding.submit })).toHaveCount(0);
  await press(page, words.overview.acceptRules);
  await press(page, words.overview.signPledge);
  await expect(page.getByRole('button', { name: finding.submit })).toBeVisible();
});
