import type { BrowserContext, Page } from '@playwright/test';

/** A refusal (4xx) is an answer that the page says in words; a cut network is what some tests are about. */
const expected =
  /^Failed to load resource: (the server responded with a status of 4\d\d|net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED))/;

/** Collects what the pages of a browser complain about: their policy, errors nobody caught, anything on the console. */
export async function watch(context: BrowserContext, complaints: string[]): Promise<void> {
  await context.addInitScript(() => {
    // Keys act from the moment the frame listens for them: that is when a page is ready to be used.
    const listen = document.addEventListener.bind(document);
    document.addEventListener = (type: string, ...rest: [never, never]) => {
      if (type === 'keydown') Reflect.set(window, 'ready', true);
      listen(type, ...rest);
    };
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`content security policy: ${violatedDirective} ${blockedURI}`),
    );
  });
  const listen = (page: Page) => {
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !expected.test(message.text()))
        complaints.push(`${page.url()}: ${message.text()}`);
    });
  };
  context.pages().forEach(listen);
  context.on('page', listen);
}

/** Opens a page and waits until its script listens. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await ready(page);
}

export const ready = (page: Page) => page.waitForFunction(() => Reflect.get(window, 'ready') === true);
