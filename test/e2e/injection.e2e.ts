import type { Page } from '@playwright/test';
import { incidentCreate } from '#api/contract/incidents.ts';
import { units } from '#test/people.ts';
import { act, givenClaim, givenDrill } from './drill.ts';
import { expect, test } from './fixtures.ts';

const mark = 'globalThis.taken=1';
const corpus = [
  `<script>${mark}</script>`,
  `<img src=x onerror=${mark}>`,
  `<svg onload=${mark}>`,
  `"><img src=x onerror=${mark}>`,
  `'><svg/onload=${mark}>`,
  `<details open ontoggle=${mark}>`,
  `<iframe srcdoc="<script>parent.${mark}</script>">`,
  `<a href="javascript:${mark}">bấm</a>`,
  `</title><script>${mark}</script>`,
  `</script><script>${mark}</script>`,
  `<math><mtext><img src=x onerror=${mark}></mtext></math>`,
  `{@html '<img src=x onerror=${mark}>'}`,
  `\${${mark}}`,
];
const taken = (page: Page) => page.evaluate(() => Reflect.get(globalThis, 'taken') ?? null);

test('what people typed is shown as text, wherever it is listed', async ({ signedIn, server }) => {
  test.setTimeout(120_000);
  const drill = await givenDrill(server);
  const claims = [];
  for (const [n, title] of corpus.entries())
    claims.push(await givenClaim(server, drill, n, { title, description: title, endpoint: title }));
  await server.given(
    drill.stream,
    corpus.flatMap((text, n) => [
      {
        type: 'drill.target_added' as const,
        subject: `x${n}`,
        payload: {
          target: { id: `x${n}`, systemId: null, name: text, ownerOrganisationId: null, scope: [text], level: null },
        },
      },
      {
        type: 'team.formed' as const,
        subject: `team-x${n}`,
        payload: {
          teamId: `team-x${n}`,
          name: text,
          side: 'red' as const,
          organisationIds: [units.vendor],
          targetIds: [],
        },
      },
      {
        type: 'drill.announced' as const,
        subject: null,
        payload: { text, audience: 'everyone' as const, mustRead: false },
      },
    ]),
  );

  const [control, judge, red, officer] = [
    await signedIn('control'),
    await signedIn('judge'),
    await signedIn('red'),
    await signedIn('officer'),
  ];
  await officer.goto('/');
  const tickets = [];
  for (const title of corpus)
    tickets.push((await act(officer, incidentCreate, { body: { title, description: title } })).id);

  const see = async (page: Page, paths: readonly string[]) => {
    for (const path of paths) {
      await page.goto(path);
      await expect(page.locator('body')).toContainText('onerror=');
      expect(await taken(page), path).toBeNull();
    }
  };
  await see(
    control,
    ['', '/claims', '/control', '/plan', '/teams', '/board', `/claims/${claims[1]}`].map((at) => drill.path + at),
  );
  await see(judge, [`${drill.path}/judge`, `${drill.path}/claims`]);
  await see(red, [drill.path, `${drill.path}/claims`, `${drill.path}/claims/${claims[3]}`]);
  await see(officer, ['/incidents', `/incidents/${tickets[1]}`]);
  await see(await signedIn('judge2'), [`/board/${drill.code}`]);
});

test('the same texts do run on a page that takes them for markup', async ({ browser }) => {
  const page = await browser.newPage();
  // Those that fire by themselves when set as markup: scripts do not, links wait for a hand.
  for (const text of corpus.filter((one) => /<img|<details/.test(one))) {
    await page.goto('about:blank');
    await page.evaluate((html) => (document.body.innerHTML = html), text);
    await page.waitForFunction(() => Reflect.get(globalThis, 'taken') === 1);
  }
  await page.close();
});
