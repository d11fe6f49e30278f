import type { Page } from '@playwright/test';
import { incidentCreate } from '#api/contract/incidents.ts';
import { vi } from '#web/i18n/vi/index.ts';
import { accountId, units } from '#test/people.ts';
import type { Login } from '#test/people.ts';
import { act, givenClaim, givenDrill } from './drill.ts';
import { expect, test } from './fixtures.ts';
import { ready } from './complaints.ts';
import type { ServerProcess } from './server-process.ts';

// Every page of every role, small and large, light and dark: nobody is kept out, nothing sticks out, every word is ours.
const sizes = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
];

/** Pages of a running drill, of one that is over, and of the rest of the year, by who works there. */
async function pagesOf(login: Login | null, page: Page, server: ServerProcess): Promise<string[]> {
  const live = await givenDrill(server);
  const claim = await givenClaim(server, live, 1);
  await givenClaim(server, live, 2, { title: 'Lộ tệp cấu hình' });
  const over = await givenDrill(server, 'published');
  const rooms = (names: string[], drill = live) => names.map((name) => drill.path + name);
  const after = rooms(['', '/board', '/results', '/log'], over);
  const incident = async () => {
    await page.goto('/');
    const { id } = await act(page, incidentCreate, { body: { title: 'Trang chủ hiện nội dung lạ' } });
    return ['/', '/incidents', '/incidents/new', `/incidents/${id}`, '/systems', '/drills', '/search?q=cong'];
  };
  switch (login) {
    case null:
      return ['/login', '/board', `/board/${live.code}`, `/board/${over.code}`, '/preferences', '/join/khong-co'];
    case 'control': {
      const plan = await givenDrill(server, 'preparing');
      return [
        ...rooms(['', '/control', '/plan', '/teams', '/teams/sheet', '/claims', `/claims/${claim}`, '/tickets']),
        ...rooms(['/board', '/log']),
        ...rooms(['', '/control', '/plan', '/teams'], plan),
        ...after,
        `${over.path}/replay`,
      ];
    }
    case 'judge':
      return [...rooms(['', '/judge', '/claims', `/claims/${claim}`, '/tickets', '/board', '/log']), ...after];
    case 'red':
      return [...rooms(['', '/claims', '/claims/new', `/claims/${claim}`, '/board', '/log']), ...after];
    case 'blue':
      return [...rooms(['', '/tickets', '/tickets/new', '/board', '/log']), ...after];
    case 'officer':
      return [...(await incident()), '/posture', `/posture/${units.department}`, '/systems/new', '/organisations'];
    case 'head':
      return [
        '/',
        '/posture',
        ...['', '/systems', '/remediations'].map((name) => `/posture/${units.department}${name}`),
      ];
    case 'leader':
      return ['/posture', `/posture/${units.province}`, `/posture/${units.province}/units`];
    case 'organiser':
      return ['/drills', '/drills/new', '/scenarios', '/scenarios/tan-cong-thuc-chien-so-nganh'];
    default:
      return [
        '/admin/accounts',
        '/admin/accounts/new',
        `/admin/accounts/${accountId('staff')}`,
        '/admin/audit',
        '/admin/invitations',
      ];
  }
}

/** What a page shows that no page may: a hole where a word should be, text in another language, something sticking out. */
const faultsOf = (page: Page) =>
  page.evaluate((words) => {
    const { lang, scrollWidth } = document.documentElement;
    const text = document.body.innerText;
    return [
      lang !== 'vi' && `lang is ${lang}`,
      document.title.trim() === '' && 'no title',
      scrollWidth > innerWidth && `scrolls sideways: ${scrollWidth} > ${innerWidth}`,
      /undefined|\[object |\bNaN\b|\(p\) =>|\bnull\b/.exec(text)?.[0],
      // A key of the dictionary, such as incident.status.new, shown instead of its word.
      new RegExp(`\\b(?:${words.areas.join('|')})\\.[a-z]+(?:\\.[a-zA-Z]+)*\\b`).exec(text)?.[0],
      new RegExp(`(?<![\\p{L}\\d./@-])(?:${words.english.join('|')})(?![\\p{L}\\d./@-])`, 'iu').exec(text)?.[0],
      text.normalize('NFC') !== text && 'text is not NFC',
    ].filter(Boolean);
  }, foreign);

const foreign = {
  areas: Object.keys(vi),
  english: ['the', 'and', 'with', 'submit', 'save', 'cancel', 'loading', 'error', 'page not found', 'team', 'status'],
};

test.use({ trace: 'off' });
const roles = [null, 'control', 'judge', 'red', 'blue', 'officer', 'head', 'leader', 'organiser', 'admin'] as const;
for (const login of roles)
  test(`every page of ${login ?? 'visitors'}`, async ({ signedIn, visitor, server, accessible }) => {
    test.setTimeout(240_000);
    const page = login ? await signedIn(login) : await visitor();
    for (const path of await pagesOf(login, page, server)) {
      const answer = await page.goto(path);
      expect.soft(answer?.status(), path).toBe(200);
      await ready(page);
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
      for (const size of sizes) {
        await page.setViewportSize(size);
        expect.soft(await faultsOf(page), `${path} at ${size.width}`).toEqual([]);
        await accessible(page);
      }
      // In the dark nothing changes but the colours.
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' });
      for (const size of sizes) {
        await page.setViewportSize(size);
        await accessible(page, 'color-contrast');
      }
    }
  });

test('the sweep sees what it looks for', async ({ page }) => {
  await page.goto('/login');
  await ready(page);
  expect(await faultsOf(page)).toEqual([]);
  for (const text of ['undefined', '[object Object]', 'incident.status.new', 'Loading', 'Tiê\u0301ng Việt']) {
    await page.evaluate((found) => (document.querySelector('h1')!.textContent = found), text);
    expect(await faultsOf(page), text).toHaveLength(1);
  }
  await page.evaluate(() => ((document.body.style.width = '5000px'), (document.documentElement.lang = 'en')));
  expect(await faultsOf(page)).toHaveLength(3);
});
