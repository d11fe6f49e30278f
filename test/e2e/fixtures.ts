import AxeBuilder from '@axe-core/playwright';
import { expect, test as base } from '@playwright/test';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { sessionCreate } from '#api/contract/auth.ts';
import { password } from '#test/people.ts';
import type { Login } from '#test/people.ts';
import { watch } from './complaints.ts';
import { waitUntilReady } from './hands.ts';
import { startServer } from './server-process.ts';
import type { ServerProcess } from './server-process.ts';

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

interface PerWorker {
  server: ServerProcess;
  /** Sessions opened before, by login. */
  sessions: Map<string, Cookies>;
}

interface PerTest {
  /** Opens a browser of its own, signed in as one of the people. */
  signedIn(login: Login, options?: BrowserContextOptions): Promise<Page>;
  /** A browser nobody has signed in with. */
  visitor(options?: BrowserContextOptions): Promise<Page>;
  /** Fails when the page has a fault that keeps people out (WCAG 2.2 A and AA); `rule` asks for one rule alone. */
  accessible(page: Page, rule?: string): Promise<void>;
}

export const test = base.extend<PerTest & { complaints: string[] }, PerWorker>({
  server: [
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  sessions: [async ({}, use) => use(new Map()), { scope: 'worker' }],
  baseURL: async ({ server }, use) => use(server.url),
  /** What pages broke of their own policy and errors nobody caught. A test in which one occurs fails. */
  complaints: [
    async ({}, use) => {
      const complaints: string[] = [];
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
  page: async ({ visitor }, use) => use(await visitor()),
  visitor: async ({ browser, baseURL, complaints }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options = {}) => {
      const context = await openContext(browser, { ...(baseURL ? { baseURL } : {}), ...options });
      contexts.push(context);
      const page = await context.newPage();
      await watch(context, complaints);
      if (options.javaScriptEnabled !== false) waitUntilReady(page);
      return page;
    });
    for (const context of contexts) await context.close();
  },
  signedIn: async ({ visitor, baseURL, sessions }, use) => {
    await use(async (login, options) => {
      const page = await visitor(options);
      const context = page.context();
      const known = sessions.get(login);
      if (known) {
        await context.addCookies(known);
        return page;
      }
      const headers = { origin: baseURL ?? '', 'idempotency-key': crypto.randomUUID() };
      const answer = await page.request.post(`/api${sessionCreate.path}`, { data: { login, password }, headers });
      expect(answer.status()).toBe(200);
      sessions.set(login, await context.cookies());
      return page;
    });
  },
  accessible: async ({}, use) => {
    await use(async (page, rule) => {
      const axe = new AxeBuilder({ page });
      const asked = rule ? axe.withRules(rule) : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
      const { violations } = await asked.analyze();
      const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      expect.soft(faults, page.url()).toEqual([]);
    });
  },
});

const openContext = (browser: Browser, options: BrowserContextOptions) =>
  browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...options });

export { expect };
