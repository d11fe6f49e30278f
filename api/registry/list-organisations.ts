import { organisationList } from '../contract/organisations.ts';
import type { OrganisationKind } from '../domain/registry/kinds.ts';
import { isoDate } from '../domain/zone.ts';
import type { Args } from '../kernel/command.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { query } from '../kernel/query.ts';
import { nextCursor, placeOf } from './keyset.ts';
import { namesOn } from './names-on.ts';
import { organisationPath, subtreeRange } from './organisation-path.ts';
import { childrenOn, existedOn, formerParentsOn, stoodBelow, stoodUnder } from './tree-on.ts';
import { inRanges, saysAll } from './within.ts';

export const listOrganisations = query({
  operation: organisationList,
  async run(args, kernel) {
    const { limit, after } = args.query;
    const { read } = kernel.db;
    const on = args.query.on ?? isoDate(args.call.at);
    const matching = await matchingOrganisations(args, kernel, on);
    const place = placeOf(after);
    const rows = await matching
      .selectAll()
      .$if(place !== null, (page) =>
        page.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('sort_key', 'id'), '>', tuple(place?.sortKey ?? '', place?.id ?? '')),
        ),
      )
      .orderBy('sort_key')
      .orderBy('id')
      .limit(limit)
      .execute();
    const { total } = await matching.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
    const ids = rows.map(({ id }) => id);
    const [names, parents, children] = [
      await namesOn(read, ids, on),
      await formerParentsOn(read, ids, on),
      await childrenOn(read, ids, on),
    ];
    return {
      items: rows.map((row) => {
        const { name, shortName } = names.get(row.id) ?? { name: row.name, shortName: row.short_name };
        return {
          id: row.id,
          name,
          shortName,
          kind: row.kind as OrganisationKind,
          parentId: parents.has(row.id) ? (parents.get(row.id) ?? null) : row.parent_id,
          code: row.code,
          validFrom: row.valid_from,
          validTo: row.valid_to,
          successorId: row.successor_id,
          children: children.get(row.id) ?? 0,
        };
      }),
      next: nextCursor(rows, limit),
      total: Number(total),
    };
  },
});

async function matchingOrganisations(
  { query: asked }: Args<typeof organisationList>,
  { db: { read } }: Kernel,
  on: string,
) {
  let organisations = read.selectFrom('organisation as unit').where(existedOn(on));
  if (asked.parent !== undefined)
    organisations = organisations.where(stoodBelow(asked.parent === 'root' ? null : asked.parent, on));
  if (asked.under !== undefined && asked.on !== undefined)
    organisations = organisations.where(stoodUnder(asked.under, on));
  else if (asked.under !== undefined) {
    const path = await organisationPath(read, asked.under);
    organisations = organisations.where(inRanges('path', path === undefined ? [] : [subtreeRange(path)]));
  }
  if (asked.kind !== undefined) organisations = organisations.where('kind', '=', asked.kind);
  return organisations.where(saysAll('search_fold', asked.search));
}
