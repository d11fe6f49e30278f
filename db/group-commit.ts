import { CompiledQuery } from 'kysely';
import type { Kysely } from 'kysely';
import type { Tables, Trx } from './schema.ts';

const largestBatch = 128;

interface Waiting {
  work: (trx: Trx) => Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (reason: unknown) => void;
}

type Outcome = { ok: true; value: unknown } | { ok: false; reason: unknown };

/**
 * Runs works one after another, each in its own savepoint, and commits all that waited together with a single fsync.
 * A work that throws is rolled back alone; a commit that fails rejects every work of its batch.
 */
export class GroupCommit {
  readonly #db: Kysely<Tables>;
  readonly #queue: Waiting[] = [];
  readonly #rollbackListeners: (() => void)[] = [];
  #running: Promise<void> | undefined;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  onRollback(listener: () => void): void {
    this.#rollbackListeners.push(listener);
  }

  run<T>(work: (trx: Trx) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({ work, resolve: resolve as (value: unknown) => void, reject });
      this.#running ??= this.#drain();
    });
  }

  async idle(): Promise<void> {
    await this.#running;
  }

  async #drain(): Promise<void> {
    while (this.#queue.length > 0) {
      // One turn of the event loop: requests that have arrived by now share the commit.
      await new Promise(setImmediate);
      await this.#commit(this.#queue.splice(0, largestBatch));
    }
    this.#running = undefined;
  }

  async #commit(batch: Waiting[]): Promise<void> {
    const outcomes: Outcome[] = [];
    try {
      await this.#db.transaction().execute(async (trx) => {
        for (const { work } of batch) outcomes.push(await inSavepoint(trx, work));
      });
    } catch (reason) {
      for (const listener of this.#rollbackListeners) listener();
      for (const { reject } of batch) reject(reason);
      return;
    }
    batch.forEach(({ resolve, reject }, i) => {
      const outcome = outcomes[i];
      if (outcome?.ok) resolve(outcome.value);
      else reject(outcome?.reason);
    });
  }
}

const savepoint = CompiledQuery.raw('savepoint work');
const release = CompiledQuery.raw('release work');
const rollback = CompiledQuery.raw('rollback to work');

async function inSavepoint(trx: Trx, work: Waiting['work']): Promise<Outcome> {
  await trx.executeQuery(savepoint);
  try {
    const value = await work(trx);
    await trx.executeQuery(release);
    return { ok: true, value };
  } catch (reason) {
    try {
      await trx.executeQuery(rollback);
      await trx.executeQuery(release);
    } catch {
      // After SQLITE_FULL or an I/O error the whole transaction is gone, and the batch is rejected for that reason.
      throw reason;
    }
    return { ok: false, reason };
  }
}
