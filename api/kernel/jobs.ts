import { sql } from 'kysely';
import type { Trx } from '#db/schema.ts';
import { uuidv7 } from './ids.ts';
import type { Kernel } from './kernel.ts';

export interface NewJob {
  kind: string;
  payload: unknown;
  /** ms; not before. */
  runAt?: number;
  /** A second job with the same key is not queued. */
  uniqueKey?: string;
}

/** Does the work of one kind of job. Throwing means: try again later. It may return when to run the same job again (ms). */
export type JobHandler = (payload: unknown, kernel: Kernel) => Promise<{ again: number } | void>;

const leaseFor = 30_000;
const mostAttempts = 20;

/** Queues jobs as part of the change that needs them. */
export async function enqueue(trx: Trx, now: number, jobs: readonly NewJob[]): Promise<void> {
  for (const job of jobs)
    await trx
      .insertInto('job')
      .values({
        id: uuidv7(now),
        kind: job.kind,
        payload: JSON.stringify(job.payload),
        unique_key: job.uniqueKey ?? null,
        run_at: job.runAt ?? now,
        lease_until: 0,
        lease_by: null,
        attempts: 0,
        last_error: null,
        done_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** Claims due jobs one by one by lease and runs them, in this and any other process: each is done by exactly one. */
export class JobRunner {
  readonly #kernel: Kernel;
  readonly #handlers: Readonly<Record<string, JobHandler>>;
  readonly #self = uuidv7(0);
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #stopped = false;

  constructor(kernel: Kernel, handlers: Readonly<Record<string, JobHandler>>) {
    this.#kernel = kernel;
    this.#handlers = handlers;
  }

  start(every: number): void {
    const tick = () => {
      this.#running = this.runDue()
        .then(
          () => {},
          (error: unknown) => this.#kernel.logger.error('jobs', { error: String(error) }),
        )
        .finally(() => {
          if (!this.#stopped) this.#timer = setTimeout(tick, every).unref();
        });
    };
    tick();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  /** Runs what is due now; returns how many jobs were run. */
  async runDue(): Promise<number> {
    for (let count = 0; ; count += 1) {
      const job = await this.#claim();
      if (!job || this.#stopped) return count;
      await this.#run(job);
    }
  }

  async #claim() {
    const now = this.#kernel.clock.now();
    const due = await this.#kernel.db.read
      .selectFrom('job')
      .select('id')
      .where('done_at', 'is', null)
      .where('run_at', '<=', now)
      .where('lease_until', '<', now)
      .orderBy('run_at')
      .limit(1)
      .executeTakeFirst();
    if (!due) return undefined;
    return this.#kernel.db.transact((trx) =>
      trx
        .updateTable('job')
        .set({ lease_until: now + leaseFor, lease_by: this.#self, attempts: sql`attempts + 1` })
        .where('id', '=', due.id)
        .where('done_at', 'is', null)
        .where('lease_until', '<', now)
        .returning(['id', 'kind', 'payload', 'attempts'])
        .executeTakeFirst(),
    );
  }

  async #run(job: { id: string; kind: string; payload: string; attempts: number }): Promise<void> {
    const now = this.#kernel.clock.now();
    try {
      const handler = this.#handlers[job.kind];
      if (!handler) throw new Error(`no handler for job ${job.kind}`);
      const result = await handler(JSON.parse(job.payload), this.#kernel);
      await this.#settle(
        job.id,
        result ? { run_at: result.again, attempts: 0, lease_until: 0 } : { done_at: this.#kernel.clock.now() },
      );
    } catch (error) {
      this.#kernel.logger.error('job_failed', { kind: job.kind, attempts: job.attempts, error: String(error) });
      const giveUp = job.attempts >= mostAttempts;
      const backoff = Math.min(2 ** job.attempts * 1_000, 15 * 60_000);
      await this.#settle(job.id, {
        last_error: String(error),
        lease_until: 0,
        run_at: now + backoff,
        ...(giveUp ? { done_at: now } : {}),
      });
    }
  }

  async #settle(id: string, values: Record<string, number | string>): Promise<void> {
    await this.#kernel.db.transact((trx) =>
      trx
        .updateTable('job')
        .set({ last_error: null, ...values })
        .where('id', '=', id)
        .where('lease_by', '=', this.#self)
        .execute(),
    );
  }
}
