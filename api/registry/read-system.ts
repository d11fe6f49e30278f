import type { Read } from '#db/schema.ts';
import { systemRead } from '../contract/systems.ts';
import { refuse } from '../domain/refusal.ts';
import { dependentsOf } from '../domain/registry/dependents.ts';
import { bestFreshness, freshnessOf } from '../domain/registry/freshness.ts';
import type { LinkKind, SystemGroup } from '../domain/registry/kinds.ts';
import { isoDate } from '../domain/zone.ts';
import { query } from '../kernel/query.ts';
import { guestRanges } from './guest.ts';
import { keepers } from './load-organisation.ts';
import { coversSystem, findSystem } from './load-system.ts';
import { namedOf } from './named.ts';
import { factsOfRow } from './system-facts.ts';
import type { PathRange } from './within.ts';

/** Who learns how a system is reached, and by whom. */
const insiders = ['admin', 'organiser', 'officer', 'head'] as const;

export const readSystem = query({
  operation: systemRead,
  async run({ params, actor, call }, { db: { read } }) {
    const row = await findSystem(read, params.system);
    if (!row) throw refuse('not_found');
    const own = await guestRanges(read, actor);
    const within = ({ from, to }: PathRange) =>
      [row.ownerPath, row.operatorPath].some((path) => path >= from && path < to);
    if (own !== null && !own.some(within)) throw refuse('not_found');
    const inside = coversSystem(actor, insiders, row);
    const facts = factsOfRow(row);
    const today = isoDate(call.at);
    const contacts = await read
      .selectFrom('system_contact')
      .selectAll()
      .where('system_id', '=', row.id)
      .orderBy('id')
      .execute();
    const [successor = null] = await namedOf(
      read,
      'information_system',
      row.successor_id === null ? [] : [row.successor_id],
    );
    return {
      ...facts,
      id: row.id,
      group: facts.group as SystemGroup,
      owner: { id: row.owner_id, name: row.ownerName },
      operator: { id: row.operator_id, name: row.operatorName },
      dossierStatus: facts.dossier.status,
      contacts: bestFreshness(
        contacts.map((contact) => contact.confirmed_on),
        today,
      ),
      domains: inside ? facts.domains : null,
      addresses: inside ? facts.addresses : null,
      predecessors: await namedOf(read, 'information_system', facts.predecessors),
      successor,
      retiredOn: row.retired_on,
      links: await linksOf(read, row.id),
      dependents: await dependents(read, row.id),
      contactList: contacts.map((contact) => ({
        id: contact.id,
        accountId: contact.account_id,
        name: contact.name,
        duty: contact.duty,
        phone: inside ? contact.phone : null,
        email: inside ? contact.email : null,
        confirmedOn: contact.confirmed_on,
        freshness: freshnessOf(contact.confirmed_on, today),
      })),
      updatedAt: row.updated_at,
      mayEdit: coversSystem(actor, keepers, row),
    };
  },
});

async function linksOf(read: Read, id: string) {
  const rows = await read
    .selectFrom('system_link')
    .innerJoin('information_system', 'information_system.id', 'to_id')
    .select(['to_id', 'kind', 'system_link.note', 'name'])
    .where('from_id', '=', id)
    .orderBy('information_system.sort_key')
    .execute();
  return rows.map(({ to_id, kind, note, name }) => ({ system: { id: to_id, name }, kind: kind as LinkKind, note }));
}

async function dependents(read: Read, id: string) {
  const links = await read.selectFrom('system_link').select(['from_id as from', 'to_id as to']).execute();
  const found = dependentsOf(links, id);
  const named = new Map(
    (
      await namedOf(
        read,
        'information_system',
        found.map((one) => one.id),
      )
    ).map((one) => [one.id, one]),
  );
  return found.flatMap(({ id: at, distance }) => {
    const system = named.get(at);
    return system ? [{ system, distance }] : [];
  });
}
