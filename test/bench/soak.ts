import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright';
import type { CDPSession, Page } from 'playwright';
import type { NewEvent } from '#api/domain/event.ts';
import { findBrowser } from '#test/browser.ts';
import type { ServerProcess } from '#test/e2e/server-process.ts';
import { report } from './table.ts';
import { boardCode, stream } from './world.ts';

const minute = 60_000;
/** One change of the board every so often, ms. */
const beat = 2_000;

/** A hall left open for `minutes` while points come and pages turn: what its memory grows by after the first minute. */
export async function benchSoak(server: ServerProcess, minutes: number): Promise<void> {
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    await page.goto(`${server.url}/board/${boardCode}?every=10`);
    const client = await page.context().newCDPSession(page);
    const from = Date.now();
    const readings: Reading[] = [];
    for (let beats = 0; Date.now() - from < minutes * minute; beats += 1) {
      await server.given(stream, [bonus(beats)]);
      if (Date.now() - from >= (readings.length + 1) * minute) {
        const reading = await read(page, client);
        readings.push(reading);
        process.stdout.write(
          `  ${readings.length} min: heap ${mb(reading.heap)}, ${reading.nodes} nodes, ${reading.listeners} listeners\n`,
        );
      }
      await sleep(beat);
    }
    readings.push(await read(page, client));
    const [first, last] = [readings[0], readings.at(-1)];
    if (!first || !last) return;
    const growth = last.heap / first.heap - 1;
    report({
      what: `hall open for ${minutes} min, a change every ${beat / 1_000} s, pages turning: heap`,
      ours: `${mb(first.heap)} → ${mb(last.heap)} (${(growth * 100).toFixed(1)} %), nodes ${first.nodes} → ${last.nodes}`,
      target: '< 20 % in 8 h',
      met: minutes > 1 ? growth < 0.2 : null,
    });
  } finally {
    await browser.close();
  }
}

interface Reading {
  heap: number;
  nodes: number;
  listeners: number;
}

/** What is in use once everything that can be freed is, always with the board on the screen. */
async function read(page: Page, client: CDPSession): Promise<Reading> {
  await page.locator('.hall ol[aria-label]').waitFor({ timeout: 2 * minute });
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await client.send('Memory.getDOMCounters');
  return { heap: usedSize, nodes, listeners: jsEventListeners };
}

const bonus = (n: number): NewEvent => ({
  type: 'score.adjusted',
  subject: `red-${n % 40}`,
  payload: { teamId: `red-${n % 40}`, points: 100 + (n % 7) * 50, reason: 'mẫu', rule: 'bonus' },
});

const mb = (bytes: number) => `${(bytes / 1_048_576).toFixed(2)} MB`;
