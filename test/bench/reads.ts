import { boardPublic, boardRead } from '#api/contract/board.ts';
import { drillList } from '#api/contract/drill-views.ts';
import { urlOf } from '#api/contract/call.ts';
import type { ServerProcess } from '#test/e2e/server-process.ts';
import { startBare } from './bare.ts';
import { load } from './load.ts';
import { perSecond, report } from './table.ts';
import { boardCode, cookieOf, drill } from './world.ts';

/** A read against bare Hono that answers the same bytes. */
async function read(
  what: string,
  url: string,
  headers: Record<string, string>,
  target: string,
  met: (ratio: number, rate: number) => boolean,
): Promise<void> {
  const body = await (await fetch(url, { headers })).text();
  const bare = await startBare(body);
  try {
    await load({ url, headers, seconds: 1 });
    const ours = await load({ url, headers });
    const ceiling = await load({ url: bare.url });
    report({
      what: `${what} (${body.length} bytes)`,
      ours: perSecond(ours),
      ceiling: `${perSecond(ceiling)} bare Hono`,
      ratio: ours / ceiling,
      target,
      met: met(ours / ceiling, ours),
    });
  } finally {
    bare.stop();
  }
}

export async function benchReads(server: ServerProcess): Promise<void> {
  const observer = { cookie: await cookieOf(server, 'observer') };
  await read(
    'board by code, 40 teams, 5,000 events',
    `${server.url}${urlOf(boardPublic, { params: { code: boardCode } })}`,
    {},
    '≥ 60 %',
    (ratio) => ratio >= 0.6,
  );
  await read(
    'board, signed in',
    `${server.url}${urlOf(boardRead, { params: { drill } })}`,
    observer,
    '≥ 60 %',
    (ratio) => ratio >= 0.6,
  );
  await read(
    'my drills, signed in',
    `${server.url}${urlOf(drillList)}`,
    observer,
    '≥ 8,000/s',
    (_, rate) => rate >= 8_000,
  );
}
