import AxeBuilder from '@axe-core/playwright';
import { expect, test as base } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { sessionCreate } from '#api/contract/auth.ts';
import { password } from '#test/people.ts';
import type { Login } from '#test/people.ts';
import { startServer } from './server-process.ts';
import type { ServerProcess } from './server-process.ts';

interface PerWorker {
  server: ServerProcess;
}

interface PerTest {
  /** Opens a browser of its own, signed in as one of the people. */
  signedIn(login: Login): Promise<Page>;
  /** A browser nobody has signed in with. */
  visitor(): Promise<Page>;
  /** Fails when the page has a fault that keeps people out (WCAG 2.2 A and AA). */
  accessible(page: Page): Promise<void>;
}

/** Complaints of a page: what it broke of its own policy, and errors nobody caught. A test in which one occurs fails. */
const complaints: string[] = [];

function listen(page: Page): void {
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    if (/content security policy|trusted ?type|hydration/i.test(text)) complaints.push(`${page.url()}: ${text}`);
  });
}

export const test = base.extend<PerTest, PerWorker>({
  server: [
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  page: async ({ page }, use) => {
    complaints.length = 0;
    listen(page);
    await use(page);
    expect(complaints).toEqual([]);
  },
  visitor: async ({ browser, baseURL, page: _ }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext({ baseURL, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
      contexts.push(context);
      const page = await context.newPage();
      listen(page);
      return page;
    });
    for (const context of contexts) await context.close();
  },
  signedIn: async ({ visitor, baseURL }, use) => {
    await use(async (login) => {
      const page = await visitor();
      const headers = { origin: baseURL ?? '', 'idempotency-key': crypto.randomUUID() };
      const answer = await page.request.post(`/api${sessionCreate.path}`, { data: { login, password }, headers });
      expect(answer.status()).toBe(200);
      return page;
    });
  },
  accessible: async ({}, use) => {
    await use(async (page) => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    });
  },
});

export { expect };
