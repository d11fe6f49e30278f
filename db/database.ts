import type { Read, Trx } from './schema.ts';

export type DialectName = 'sqlite' | 'postgres';

/** One open database. Reads go through `read`; a write is only possible inside `transact`. */
export interface Database {
  readonly dialect: DialectName;
  readonly read: Read;
  /** Runs `work` in a transaction and resolves once it is durable; concurrent works may share one commit. */
  transact<T>(work: (trx: Trx) => Promise<T>): Promise<T>;
  /** Brings the schema to the newest version; all or nothing. Returns the names of the applied migrations. */
  migrate(): Promise<string[]>;
  /** Calls back when another process may have committed (or this one); `stream` is undefined where the driver cannot tell. */
  onCommit(listener: (stream?: string) => void): void;
  /** Calls back when a transaction was lost after its works had run, so that memory of them must be dropped. */
  onRollback(listener: () => void): void;
  /** Announces a committed change of `stream` to other processes; called inside the transaction. */
  announce(trx: Trx, stream: string): Promise<void>;
  /** Throws NotDurable when a power cut could take back what was acknowledged; asked at opening, and whoever serves asks again. */
  assertDurable(): Promise<void>;
  /** Settings that durability rests on, as the database reports them. */
  doctor(): Promise<Record<string, string>>;
  close(): Promise<void>;
}
