import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Tables } from './schema.ts';

/** Every table by the names it has in queries: those about a system join two organisations. */
type Named = Tables & Record<'owner' | 'operator', Tables['organisation']>;

/** A column of the schema, with its table or, where a query has but one, without. No text from outside has this type. */
export type Column = { [T in keyof Named]: `${T}.${keyof Named[T] & string}` | (keyof Named[T] & string) }[keyof Named];

/** A column in a template of SQL. */
export const columnOf = (name: Column): RawBuilder<unknown> => sql.ref(name);
