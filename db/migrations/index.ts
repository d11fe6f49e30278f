import type { Migration } from 'kysely/migration';
import * as kernel from './0001_kernel.ts';
import * as identity from './0002_identity.ts';
import * as registry from './0003_registry.ts';
import * as drill from './0004_drill.ts';
import * as incident from './0005_incident.ts';
import * as evidence from './0006_evidence.ts';

/** In the order they are applied. A released migration never changes. */
export const migrations: Record<string, Migration> = {
  '0001_kernel': kernel,
  '0002_identity': identity,
  '0003_registry': registry,
  '0004_drill': drill,
  '0005_incident': incident,
  '0006_evidence': evidence,
};
