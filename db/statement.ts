import type { Compilable, CompiledQuery } from 'kysely';
import type { Read, Trx } from './schema.ts';

type Value = string | number | null;

/** Stands for the value of that name while the text of a statement is made. */
class Place {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A query whose text never changes: built and compiled once for each kind of database, afterwards only given its values.
 * Building a query costs more than SQLite takes to answer it, so what runs with every change is written this way.
 */
export function statement<P extends Record<string, Value>, R>(
  build: (db: Read, values: P) => Compilable<R>,
): (db: Read | Trx, values: P) => Promise<R[]> {
  const known = new Map<unknown, CompiledQuery<R>>();
  return async (db, values) => {
    const executor = db.getExecutor();
    const kind = executor.adapter.constructor;
    const query = known.get(kind) ?? compile(build, db, values);
    known.set(kind, query as CompiledQuery<R>);
    const parameters = query.parameters.map((value) => (value instanceof Place ? values[value.name] : value));
    return (await executor.executeQuery<R>({ ...query, parameters })).rows;
  };
}

function compile<P extends Record<string, Value>, R>(
  build: (db: Read, values: P) => Compilable<R>,
  db: Read,
  values: P,
) {
  const places = Object.keys(values).map((name) => [name, new Place(name)]);
  return build(db, Object.fromEntries(places) as P).compile();
}
