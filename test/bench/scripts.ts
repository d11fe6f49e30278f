import { globSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { ServerProcess } from '#test/e2e/server-process.ts';
import { report } from './table.ts';
import { boardCode, cookieOf, drill } from './world.ts';

const named: Record<string, string> = { drill, code: boardCode, claim: 'c0' };
/** Pages that people open on a phone or without an account. */
const light = /^\/$|\/board\/|\/login|\/setup|\/join|\/password|\/preferences|\/claims\/new|\/incidents\/new/;

/** What a browser must load before a page is alive: the scripts its HTML names, packed. */
export async function benchScripts(server: ServerProcess): Promise<void> {
  const cookie = await cookieOf(server, 'control');
  const sizes = new Map<string, number>();
  const weigh = async (path: string): Promise<number> => {
    const known =
      sizes.get(path) ?? gzipSync(Buffer.from(await (await fetch(`${server.url}${path}`)).arrayBuffer())).length;
    sizes.set(path, known);
    return known;
  };
  const pages = globSync('web/routes/**/+page.svelte').map(
    (file) => `/${file.replace(/^web\/routes\/|\/?\+page\.svelte$/g, '').replace(/\([a-z]+\)\/?/g, '')}`,
  );
  for (const page of pages.sort()) {
    const path = page.replace(/\[(\w+)\]/g, (_, name: string) => named[name] ?? 'x');
    const headers: Record<string, string> = light.test(page) && page !== '/' ? {} : { cookie };
    const response = await fetch(`${server.url}${path}`, { headers, redirect: 'manual' });
    const html = await response.text();
    const scripts = new Set(
      [...html.matchAll(/["'(]\.{0,2}(?:\/\.\.)*(\/_app\/[^"')]+\.js)["')]/g)].map(([, script = '']) => script),
    );
    if (response.status !== 200 || scripts.size === 0) {
      report({ what: `first JS of ${page}`, ours: `not shown: ${response.status}`, target: '', met: null });
      continue;
    }
    let bytes = 0;
    for (const script of scripts) bytes += await weigh(script);
    const limit = light.test(page) ? 60 : 90;
    report({
      what: `first JS of ${page}`,
      ours: `${(bytes / 1_024).toFixed(1)} KB gzip`,
      target: `≤ ${limit} KB`,
      met: bytes <= limit * 1_024,
    });
  }
}
