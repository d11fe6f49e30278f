import type { Migration } from 'kysely/migration';
import * as kernel from './0001_kernel.ts';
import * as identity from './0002_identity.ts';

/** In the order they are applied. A released migration never changes. */
export const migrations: Record<string, Migration> = {
  '0001_kernel': kernel,
  '0002_identity': identity,
};
