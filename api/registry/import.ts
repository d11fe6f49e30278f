import { z } from 'zod';
import { setCredential } from '../auth/credential.ts';
import { done } from '../contract/fields.ts';
import { operation } from '../contract/operation.ts';
import type { Actor } from '../domain/actor.ts';
import type { NewEvent } from '../domain/event.ts';
import { command } from '../kernel/command.ts';
import { execute } from '../kernel/execute.ts';
import { uuidv7 } from '../kernel/ids.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { accountEvents, clusterEvents, organisationEvents, responseTeamEvents, systemEvents } from './import-events.ts';
import type { ImportedIds, RegistryImport } from './import-shape.ts';

export type * from './import-shape.ts';

/** One statement of the log holds a batch; SQLite takes 32,766 values in it, an entry has twelve. */
const batchSize = 1_000;

interface Credential {
  userId: string;
  verifier: string;
  mustChange: boolean;
}

interface Batch {
  stream: 'system' | 'registry';
  events: NewEvent[];
  credentials: Credential[];
}

/** No route leads here: only the seed and the command line do. */
const importBatch = command({
  operation: operation({
    name: 'registry.import',
    method: 'POST',
    path: '/registry/import',
    roles: ['admin'],
    summary: 'Many facts at once.',
    body: z.custom<Batch>(),
    output: done,
  }),
  unrecorded: true,
  stream: ({ body }) => body.stream,
  load: async () => null,
  decide: (_state, { body }) => body.events,
  async effects(trx, _events, { body, call }) {
    for (const { userId, verifier, mustChange } of body.credentials)
      await setCredential(trx, userId, verifier, mustChange, call.at);
  },
  answer: () => ({ ok: true as const }),
});

/** Enters organisations, clusters, teams, accounts and systems through the log, in batches. Keys must resolve; throws when one does not. */
export async function importRegistry(kernel: Kernel, actor: Actor, data: RegistryImport): Promise<ImportedIds> {
  const now = kernel.clock.now();
  const idsFor = (keys: readonly string[] = []) => new Map(keys.map((key) => [key, uuidv7(now)]));
  const { organisations = [], clusters = [], responseTeams = [], accounts = [], systems = [] } = data;
  const ids: ImportedIds = {
    organisations: idsFor(organisations.map(({ key }) => key)),
    clusters: idsFor(clusters.map(({ key }) => key)),
    responseTeams: idsFor(responseTeams.map(({ key }) => key)),
    accounts: idsFor(accounts.map(({ login }) => login)),
    systems: idsFor(systems.map(({ key }) => key)),
  };
  await record(kernel, actor, 'registry', [
    ...organisationEvents(organisations, ids),
    ...clusterEvents(clusters, ids),
    ...responseTeamEvents(responseTeams, ids),
  ]);
  const credentials = accounts.flatMap(({ login, verifier, mustChange = false }): Credential[] =>
    verifier ? [{ userId: ids.accounts.get(login) ?? '', verifier, mustChange }] : [],
  );
  await record(kernel, actor, 'system', accountEvents(accounts, ids), credentials);
  await record(
    kernel,
    actor,
    'registry',
    systemEvents(systems, accounts, ids, () => uuidv7(now)),
  );
  return ids;
}

async function record(
  kernel: Kernel,
  actor: Actor,
  stream: Batch['stream'],
  events: NewEvent[],
  credentials: Credential[] = [],
): Promise<void> {
  for (let at = 0; at < events.length || at < credentials.length; at += batchSize) {
    const body = {
      stream,
      events: events.slice(at, at + batchSize),
      credentials: credentials.slice(at, at + batchSize),
    };
    const now = kernel.clock.now();
    const call = { id: uuidv7(now), at: now, newId: () => uuidv7(now), requestId: 'import', address: '', agent: '' };
    await execute(kernel, importBatch, { params: undefined, query: undefined, body, actor, call }, undefined);
  }
}
