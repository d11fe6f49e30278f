import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '#db/sqlite.ts';
import type { Database } from '#db/database.ts';
import type { EventTable } from '#db/schema/kernel.ts';
import type { Read } from '#db/schema.ts';
import { project } from '../kernel/kernel.ts';
import type { Projector } from '../kernel/kernel.ts';
import { toEvent } from '../kernel/log.ts';
import { atOneMoment } from './at-one-moment.ts';
import { compareTables } from './compare-tables.ts';
import type { Comparison } from './compare-tables.ts';

const pageSize = 1_000;
const perTransaction = 500;

/** Rebuilds every row from the log in a fresh database and compares it with the rows of `db`, table by table, as of one moment. */
export async function replayCheck(
  db: Database,
  projectors: readonly Projector[],
): Promise<Comparison & { events: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'thao-truong-replay-'));
  const fresh = await openSqlite(join(folder, 'replay.db'));
  try {
    await fresh.migrate();
    return await atOneMoment(db, async (live) => {
      const events = await replay(live, fresh, projectors);
      return { ...(await compareTables(live, fresh.read)), events };
    });
  } finally {
    await fresh.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Plays the whole log into an empty database, in the order in which things happened across streams. */
async function replay(live: Read, fresh: Database, projectors: readonly Projector[]): Promise<number> {
  let count = 0;
  let batch: EventTable[] = [];
  const flush = async () => {
    const rows = batch;
    batch = [];
    await fresh.transact(async (trx) => {
      for (const row of rows) await project(projectors, trx, toEvent(row));
    });
  };
  for await (const row of inOrder(live)) {
    count += 1;
    batch.push(row);
    if (batch.length >= perTransaction) await flush();
  }
  await flush();
  return count;
}

/** Streams that others build on come first within one millisecond: accounts, then the registry, then drills and incidents. */
async function* inOrder(live: Read): AsyncGenerator<EventTable> {
  const streams = await live.selectFrom('stream').select('stream').orderBy('stream').execute();
  const rank = (stream: string) => ['system', 'registry'].indexOf(stream) >>> 0;
  const heads: { rows: AsyncGenerator<EventTable>; next: EventTable }[] = [];
  for (const { stream } of streams.sort((a, b) => rank(a.stream) - rank(b.stream))) {
    const rows = entriesOf(live, stream);
    const first = await rows.next();
    if (!first.done) heads.push({ rows, next: first.value });
  }
  while (heads.length > 0) {
    // Ties go to the earlier stream, for the list keeps its order.
    const earliest = heads.reduce((best, head) => (head.next.at < best.next.at ? head : best));
    yield earliest.next;
    const following = await earliest.rows.next();
    if (following.done) heads.splice(heads.indexOf(earliest), 1);
    else earliest.next = following.value;
  }
}

async function* entriesOf(live: Read, stream: string): AsyncGenerator<EventTable> {
  for (let after = 0; ;) {
    const rows = await live
      .selectFrom('event')
      .selectAll()
      .where('stream', '=', stream)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(pageSize)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.seq;
  }
}
