import type { Page } from '@playwright/test';
import { urlOf } from '#api/contract/call.ts';
import { organisationCreate } from '#api/contract/organisations.ts';
import type { NewEvent } from '#api/domain/event.ts';
import { vi } from '#web/i18n/vi/index.ts';
import { units } from '#test/people.ts';
import { expect, test } from './fixtures.ts';
import { choose, dialog, press } from './hands.ts';

const { registry, people } = vi;
/** Each run has names of its own: siblings may not be alike. */
const named = (name: string) => `${name} ${crypto.randomUUID().slice(0, 8)}`;

async function unit(page: Page, name: string): Promise<string> {
  const answer = await page.request.post(urlOf(organisationCreate, {}), {
    data: { name, kind: 'unit', parentId: units.province, validFrom: '2025-07-01' },
    headers: { origin: new URL(page.url()).origin, 'idempotency-key': crypto.randomUUID() },
  });
  expect(answer.status()).toBe(200);
  return ((await answer.json()) as { id: string }).id;
}

const incidentOf = (organisationId: string): NewEvent => ({
  type: 'incident.created',
  subject: `phieu-${organisationId}`,
  payload: {
    ticketId: `phieu-${organisationId}`,
    number: `SC-${organisationId}`,
    mode: 'real',
    drillId: null,
    teamId: null,
    organisationId,
    profile: 'vn-2026@1',
    title: 'Trang lạ',
    description: '',
    severity: 'low',
    type: null,
    systemId: null,
    targetId: null,
    detectedAt: Date.now(),
    detectionMethod: '',
  },
});

test('an organisation moves below another, and both merge into a third', async ({ server, signedIn, accessible }) => {
  const page = await signedIn('admin');
  await page.goto('/organisations');
  const [moved, above, heir] = [named('Phòng Đường bộ'), named('Sở Xây dựng'), named('Sở Kế thừa')];
  const id = await unit(page, moved);
  await unit(page, above);
  await unit(page, heir);

  await page.goto(`/organisations/${id}`);
  await page.getByRole('button', { name: registry.move }).click();
  await press(dialog(page), registry.move);
  // Nothing chosen is not the top of the tree.
  await expect(dialog(page).getByRole('alert')).toContainText(registry.moveTo);
  await choose(dialog(page), registry.moveTo, above);
  await accessible(page);
  await press(dialog(page), registry.move);
  await expect(page.getByRole('link', { name: above })).toBeVisible();
  await expect(page.getByText(registry.formerParents)).toBeVisible();

  await page.goto('/organisations/merge');
  await choose(page, registry.addSource, moved);
  await expect(page.getByRole('listitem').filter({ hasText: moved })).toBeVisible();
  await choose(page, registry.intoKind.existing, heir);
  await accessible(page);
  await press(page, registry.merge);
  await expect(page.getByRole('heading', { level: 1, name: heir })).toBeVisible();
  await expect(page.getByRole('link', { name: moved })).toBeVisible();

  // What it has in hand keeps its name, and says who goes on.
  await server.given(`incident:${id}`, [incidentOf(id)]);
  await page.goto(`/incidents/phieu-${id}`);
  await expect(page.getByRole('definition').filter({ hasText: moved })).toContainText(`${registry.nowIs} ${heir}`);
  await page.goto(`/posture/${id}`);
  await page.getByRole('link', { name: heir }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: heir })).toBeVisible();
});

test('a cluster is entered with its members, and corrected', async ({ signedIn, accessible }) => {
  const page = await signedIn('admin');
  await page.goto('/organisations/response');
  await press(page, registry.newCluster);
  const name = named('Cụm mạng lưới');
  const box = dialog(page);
  await box.getByLabel(registry.clusterName).fill(name);
  await box.getByLabel(registry.clusterNo).fill('không');
  const member = box.getByRole('combobox', { name: registry.addMember });
  await member.fill('không có đơn vị nào như vậy');
  await expect(box.getByRole('status').filter({ hasText: vi.ui.noMatch })).toBeVisible();
  await expect(member).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await accessible(page);
  await member.press('Escape');
  await expect(box).toBeVisible();
  await expect(box.getByText(vi.ui.noMatch)).toHaveCount(0);
  await choose(box, registry.addMember, 'Công an tỉnh (mẫu)');
  await box.getByLabel(registry.otherMembers).fill('Cần Thơ\nCà Mau');
  await press(box, vi.common.save);
  await expect(box.getByText(registry.clusterNoWrong).first()).toBeVisible();
  await accessible(page);
  await box.getByLabel(registry.clusterNo).fill('9');
  await press(box, vi.common.save);
  await expect(page.getByRole('heading', { name })).toBeVisible();
  await page.getByRole('button', { name: `${vi.common.edit}: ${name}` }).click();
  await press(dialog(page), `${vi.common.remove}: Công an tỉnh (mẫu)`);
  await press(dialog(page), vi.common.save);
  await dialog(page).waitFor({ state: 'hidden' });
  await expect(page.getByRole('listitem').filter({ hasText: 'Cà Mau' }).first()).toBeVisible();
});

test('an invitation is sent, seen and taken back', async ({ signedIn, visitor, accessible }) => {
  const page = await signedIn('admin');
  await page.goto('/admin/invitations');
  const label = named('Cán bộ xã');
  await choose(page, people.organisation, 'Uỷ ban nhân dân xã (mẫu)');
  await page.getByLabel(people.inviteLabel).fill(label);
  await press(page, people.invite);
  const link = await page.getByRole('status').getByRole('textbox').inputValue();
  const sent = page.getByRole('listitem').filter({ hasText: label });
  await expect(sent).toContainText(people.inviteStates.open);
  await accessible(page);
  const guest = await visitor();
  await guest.goto(link);
  await expect(guest.getByText(label)).toBeVisible();

  await sent.getByRole('button').click();
  await press(dialog(page), people.revokeInvite);
  await expect(sent).toContainText(people.inviteStates.revoked);
  await guest.reload();
  await expect(guest.getByRole('heading', { name: vi.drill.join.invalid })).toBeVisible();
});
