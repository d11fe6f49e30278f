import type { Page } from '@playwright/test';
import { incidentCreate } from '#api/contract/incidents.ts';
import { units } from '#test/people.ts';
import { draftedDossier, systemRegistered } from '#test/system-registered.ts';
import { vi } from '#web/i18n/vi/index.ts';
import { act } from './drill.ts';
import { expect, test as base } from './fixtures.ts';
import { printsWhole } from './hands.ts';
import { startServer } from './server-process.ts';
import type { ServerProcess } from './server-process.ts';

/** A server of its own: the figures of a head count everything there is. */
const test = base.extend<object, { server: ServerProcess }>({
  server: [
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
});

const { posture } = vi;
const home = `/posture/${units.department}`;
const plan = { status: 'partial', due: null } as const;

/** Follows every number of the page and counts the rows of the list behind it. */
async function followNumbers(page: Page): Promise<number> {
  const links = page.getByRole('main').locator('a.mono');
  const found = await links.evaluateAll((all) =>
    all.map((one) => ({
      href: one.getAttribute('href') ?? '',
      n: Number(/(\d+)(?:\/\d+)?$/.exec(one.textContent ?? '')?.[1]),
    })),
  );
  for (const { href, n } of found) {
    await page.goto(href);
    await expect(page.getByRole('heading', { level: 1 }), href).toBeVisible();
    if (/\/systems|\/incidents/.test(href)) await expect(page.locator('tbody tr:has(th)'), href).toHaveCount(n);
  }
  return found.length;
}

test('a head sees facts: no data is never 0 %, every number opens its list', async ({
  signedIn,
  server,
  accessible,
}) => {
  const page = await signedIn('head');
  await page.goto('/posture');
  await expect(page).toHaveURL(home);
  await expect(page.getByText(posture.safe.unknown).first()).toBeVisible();
  await expect(page.getByRole('main').getByText(/(^|\s)0 ?%/)).toHaveCount(0);
  await expect(page.getByText(posture.noData).first()).toBeVisible();

  await server.given('registry', [
    systemRegistered('s1', { plan }),
    systemRegistered('s2', { plan, dossier: draftedDossier }),
    systemRegistered('s3', { plan, dossier: draftedDossier, level: null }),
  ]);
  const officer = await signedIn('officer');
  await officer.goto('/incidents/new');
  await act(officer, incidentCreate, { body: { title: 'Máy chủ thư gửi thư rác', severity: 'high' } });

  await page.goto(home);
  await expect(page.getByRole('link', { name: `${posture.indicator.K01}: 1/3` })).toBeVisible();
  await expect(page.getByText(posture.openIncidents({ n: 1 }))).toBeVisible();
  // Nothing was owed yet, so there is no share to show.
  const onTime = page.getByRole('listitem').filter({ hasText: posture.indicator.K09 });
  await expect(onTime).toContainText(posture.noData);
  await expect(onTime).not.toContainText('%');
  await accessible(page);
  expect(await followNumbers(page)).toBeGreaterThan(6);
});

test('many units are read by pages, on a phone too', async ({ signedIn, server, accessible }) => {
  const ids = Array.from({ length: 60 }, (_, i) => `xa-${String(i).padStart(2, '0')}`);
  await server.given(
    'registry',
    ids.map((id) => ({
      type: 'organisation.created',
      subject: id,
      payload: {
        organisationId: id,
        name: `Xã mẫu ${id}`,
        shortName: null,
        kind: 'commune',
        parentId: units.province,
        code: null,
        domain: null,
        validFrom: null,
        predecessors: [],
        note: null,
      },
    })),
  );
  const page = await signedIn('leader');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/posture/${units.province}/units`);
  const rows = page.locator('tbody tr:has(th)');
  await expect(rows).toHaveCount(50);
  await accessible(page);
  await page.getByRole('link', { name: vi.ui.nextPage }).click();
  await expect(page).toHaveURL(/after=/);
  await expect(rows).toHaveCount(13);
  await expect(page.getByRole('link', { name: 'Xã mẫu xa-59', exact: true })).toBeVisible();
  await page.getByRole('link', { name: vi.ui.firstPage }).click();
  await expect(rows).toHaveCount(50);
});

test('the answers stand in one view of a laptop, and the printed sheet cuts nothing off', async ({ signedIn }) => {
  const page = await signedIn('head');
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(home);
  for (const question of [posture.askSafe, posture.askLate, posture.askWho])
    await expect(page.getByRole('heading', { name: question })).toBeInViewport();
  await printsWhole(page);
});
