import { gzipSync } from 'node:zlib';
import { call } from '#api/contract/call.ts';
import { pagesOf, readers } from '#test/e2e/pages.ts';
import type { Do } from '#test/e2e/pages.ts';
import { routeOf, routes } from '#test/e2e/routes.ts';
import { startServer } from '#test/e2e/server-process.ts';
import type { ServerProcess } from '#test/e2e/server-process.ts';
import { report } from './table.ts';
import { cookieOf } from './world.ts';

/** Pages opened without an account, and what is done standing, with a phone: to see one's work, and to log what was seen. */
const light =
  /^\/$|^\/(board|login|setup|join|password|preferences)\b|^\/incidents\/new$|^\/drills\/\[drill\]\/(claims|tickets)\/new$/;
/** What a page's HTML names. */
const script = /["'(](?:\.{1,2}(?:\/\.\.)*)?(\/_app\/[^"')]+\.js)["')]/g;

/** What a browser must load before a page is alive: the scripts and words its HTML names, packed. Every page, whoever may open it. */
export async function benchScripts(server: ServerProcess): Promise<void> {
  const heaviest = new Map<string, number>();
  const failed = new Map<string, string>();
  const weigh = weighing();
  const open = async (url: string, address: string, cookie: string) => {
    const response = await fetch(url + address, { headers: { cookie } });
    // Who has one unit only is led on to it; the page asked for is then somebody else's to open.
    const route = routeOf(new URL(response.url).pathname) ?? address;
    const found = [...(await response.text()).matchAll(script)].map(([, path = '']) => path);
    if (response.status !== 200 || found.length === 0) return failed.set(route, `${response.status} to ${address}`);
    let bytes = 0;
    for (const path of await closure(url, found)) bytes += await weigh(url + path);
    return heaviest.set(route, Math.max(bytes, heaviest.get(route) ?? 0));
  };
  for (const login of readers) {
    const cookie = login === null ? '' : await cookieOf(server, login);
    for (const address of await pagesOf(login, server, doing(server, cookie))) await open(server.url, address, cookie);
  }
  const untouched = await startServer({ untouched: true });
  await open(untouched.url, '/setup', '').finally(() => untouched.stop());
  for (const route of routes) {
    const limit = light.test(route) ? 60 : 90;
    const bytes = failed.has(route) ? undefined : heaviest.get(route);
    report({
      what: `first JS of ${route}`,
      ours: bytes ? `${(bytes / 1_024).toFixed(1)} KB gzip` : `not shown: ${failed.get(route) ?? 'nobody opened it'}`,
      target: `≤ ${limit} KB`,
      met: bytes !== undefined && bytes <= limit * 1_024,
    });
  }
}

/** What a script cannot run without. */
const imported = /\b(?:from|import)\s*["'](\.{1,2}\/[^"']+\.js)["']/g;

/** Of the error page, which the framework waits for with every first page, and names only in its list of pages. */
const errorPage = /\/nodes\/1\.[\w-]+\.js/;

/** The scripts, and all that they import. */
async function closure(url: string, scripts: readonly string[]): Promise<Set<string>> {
  const all = new Set(scripts);
  for (const path of all) {
    const text = await (await fetch(url + path)).text();
    const [error] = path.includes('/entry/app.') ? (errorPage.exec(text) ?? []) : [];
    if (error) all.add(`/_app/immutable${error}`);
    for (const [, to = ''] of text.matchAll(imported)) all.add(new URL(to, url + path).pathname);
  }
  return all;
}

function weighing(): (url: string) => Promise<number> {
  const sizes = new Map<string, number>();
  return async (url) => {
    const { pathname } = new URL(url);
    const known = sizes.get(pathname) ?? gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length;
    sizes.set(pathname, known);
    return known;
  };
}

const doing =
  (server: ServerProcess, cookie: string): Do =>
  (operation, request) => {
    const send = (path: string, init: RequestInit = {}) =>
      fetch(server.url + path, {
        ...init,
        headers: { ...(init.headers as Record<string, string>), cookie, origin: server.url },
      });
    return call(send, operation, request as never) as never;
  };
