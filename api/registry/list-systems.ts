import { sql } from 'kysely';
import { systemList } from '../contract/systems.ts';
import type { DossierStatus, SystemGroup, SystemStatus } from '../domain/registry/kinds.ts';
import { bestFreshness } from '../domain/registry/freshness.ts';
import { isoDate } from '../domain/zone.ts';
import type { Args } from '../kernel/command.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { query } from '../kernel/query.ts';
import { guestRanges } from './guest.ts';
import { nextCursor, placeOf } from './keyset.ts';
import { organisationPath, subtreeRange } from './organisation-path.ts';
import { inRanges, saysAll } from './within.ts';
import type { PathRange } from './within.ts';

export const listSystems = query({
  operation: systemList,
  async run(args, kernel) {
    const { limit, after, sort } = args.query;
    const matching = await matchingSystems(args, kernel);
    // Those in use go first; by level, the cursor carries the level before the name.
    const use = sql<string>`case information_system.status when 'retired' then '1' else '0' end`;
    const key =
      sort === 'level'
        ? sql<string>`${use} || level_order || ' ' || information_system.sort_key`
        : sql<string>`${use} || information_system.sort_key`;
    const place = placeOf(after);
    const rows = await matching
      .selectAll('information_system')
      .select(['owner.name as ownerName', 'operator.name as operatorName', key.as('place_key')])
      .$if(place !== null, (page) =>
        page.where(sql<boolean>`(${key}, information_system.id) > (${place?.sortKey ?? ''}, ${place?.id ?? ''})`),
      )
      .orderBy(key)
      .orderBy('information_system.id')
      .limit(limit)
      .execute();
    const { total } = await matching.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
    const confirmed = await confirmations(
      kernel,
      rows.map(({ id }) => id),
    );
    const today = isoDate(args.call.at);
    return {
      items: rows.map((row) => ({
        id: row.id,
        name: row.name,
        shortName: row.short_name,
        group: row.system_group as SystemGroup,
        type: row.type,
        level: row.level,
        status: row.status as SystemStatus,
        owner: { id: row.owner_id, name: row.ownerName },
        operator: { id: row.operator_id, name: row.operatorName },
        personalData: row.personal_data === 1,
        dossierStatus: row.dossier_status as DossierStatus,
        contacts: bestFreshness(confirmed.get(row.id) ?? [], today),
      })),
      next: nextCursor(
        rows.map(({ id, place_key }) => ({ id, sort_key: place_key })),
        limit,
      ),
      total: Number(total),
    };
  },
});

async function matchingSystems({ query: asked, actor }: Args<typeof systemList>, { db: { read } }: Kernel) {
  let systems = read
    .selectFrom('information_system')
    .innerJoin('organisation as owner', 'owner.id', 'owner_id')
    .innerJoin('organisation as operator', 'operator.id', 'operator_id');
  const within = (ranges: readonly PathRange[]) => {
    systems = systems.where(({ or }) => or([inRanges('owner.path', ranges), inRanges('operator.path', ranges)]));
  };
  if (asked.organisation !== undefined) {
    const path = await organisationPath(read, asked.organisation);
    within(path === undefined ? [] : [subtreeRange(path)]);
  }
  const own = await guestRanges(read, actor);
  if (own !== null) within(own);
  if (asked.level !== undefined)
    systems = asked.level === 0 ? systems.where('level', 'is', null) : systems.where('level', '=', asked.level);
  if (asked.status !== undefined) systems = systems.where('information_system.status', '=', asked.status);
  if (asked.group !== undefined) systems = systems.where('system_group', '=', asked.group);
  if (asked.type !== undefined) systems = systems.where('type', '=', asked.type);
  return systems.where(saysAll('information_system.search_fold', asked.search));
}

async function confirmations(
  { db: { read } }: Kernel,
  ids: readonly string[],
): Promise<Map<string, (string | null)[]>> {
  if (ids.length === 0) return new Map();
  const rows = await read
    .selectFrom('system_contact')
    .select(['system_id', 'confirmed_on'])
    .where('system_id', 'in', [...ids])
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.system_id)].map(([id, contacts]) => [
      id,
      contacts.map((row) => row.confirmed_on),
    ]),
  );
}
