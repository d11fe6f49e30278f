import { PGlite } from '@electric-sql/pglite';
import type { PostgresPool } from 'kysely';

/** PostgreSQL inside the process: no server, no port, and one connection that whoever asks first holds. */
export interface Embedded {
  pool(): PostgresPool;
  /** Back to an empty database; far cheaper than a new instance. */
  reset(): Promise<void>;
}

export async function createEmbedded(): Promise<Embedded> {
  const server = await PGlite.create();
  const turn = turns();
  return {
    pool: () => poolOver(server, turn),
    reset: async () => void (await server.exec('drop schema public cascade; create schema public')),
  };
}

type Turns = () => Promise<() => void>;

/** Whoever awaits a turn holds the connection until it calls back. */
function turns(): Turns {
  let last: Promise<void> = Promise.resolve();
  return async () => {
    const before = last;
    let end = () => {};
    last = new Promise((resolve) => (end = resolve));
    await before;
    return end;
  };
}

function poolOver(server: PGlite, turn: Turns): PostgresPool {
  const pool = {
    options: {},
    async connect() {
      const release = await turn();
      let broken = false;
      return {
        release,
        async query(text: string, parameters: readonly unknown[] = []) {
          const word = /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase() ?? '';
          // PGlite does not tell that it answered COMMIT of a failed transaction with ROLLBACK.
          const command = word === 'COMMIT' && broken ? 'ROLLBACK' : word;
          try {
            const { rows, affectedRows } = await server.query(text, [...parameters]);
            if (word === 'BEGIN' || word === 'COMMIT' || word === 'ROLLBACK') broken = false;
            return { rows, rowCount: affectedRows ?? rows.length, command };
          } catch (error) {
            broken = true;
            throw error;
          }
        },
      };
    },
    end: async () => {},
  };
  return pool as unknown as PostgresPool;
}
