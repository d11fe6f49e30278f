import { organisationList } from '../contract/organisations.ts';
import type { OrganisationKind } from '../domain/registry/kinds.ts';
import { tokens } from '../domain/text.ts';
import { isoDate } from '../domain/zone.ts';
import type { Args } from '../kernel/command.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { query } from '../kernel/query.ts';
import { nextCursor, placeOf } from './keyset.ts';
import { namesOn } from './names-on.ts';
import { organisationPath, subtreeRange } from './organisation-path.ts';
import { inRanges, patterns } from './within.ts';

export const listOrganisations = query({
  operation: organisationList,
  async run(args, kernel) {
    const { limit, after, on } = args.query;
    const matching = await matchingOrganisations(args, kernel);
    const place = placeOf(after);
    const rows = await matching
      .selectAll()
      .select(({ selectFrom }) =>
        selectFrom('organisation as child')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .whereRef('child.parent_id', '=', 'organisation.id')
          .where('child.valid_to', 'is', null)
          .as('children'),
      )
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
    const former =
      on === undefined
        ? new Map()
        : await namesOn(
            kernel.db.read,
            rows.map(({ id }) => id),
            on,
          );
    return {
      items: rows.map((row) => ({
        id: row.id,
        name: former.get(row.id)?.name ?? row.name,
        shortName: former.has(row.id) ? (former.get(row.id)?.shortName ?? null) : row.short_name,
        kind: row.kind as OrganisationKind,
        parentId: row.parent_id,
        code: row.code,
        validFrom: row.valid_from,
        validTo: row.valid_to,
        successorId: row.successor_id,
        children: Number(row.children ?? 0),
      })),
      next: nextCursor(rows, limit),
      total: Number(total),
    };
  },
});

async function matchingOrganisations({ query: asked, call }: Args<typeof organisationList>, { db: { read } }: Kernel) {
  const on = asked.on ?? isoDate(call.at);
  let organisations = read
    .selectFrom('organisation')
    .where(({ eb, or }) => or([eb('valid_from', 'is', null), eb('valid_from', '<=', on)]))
    .where(({ eb, or }) => or([eb('valid_to', 'is', null), eb('valid_to', '>', on)]));
  if (asked.parent !== undefined)
    organisations =
      asked.parent === 'root'
        ? organisations.where('parent_id', 'is', null)
        : organisations.where('parent_id', '=', asked.parent);
  if (asked.under !== undefined) {
    const path = await organisationPath(read, asked.under);
    organisations = organisations.where(inRanges('path', path === undefined ? [] : [subtreeRange(path)]));
  }
  if (asked.kind !== undefined) organisations = organisations.where('kind', '=', asked.kind);
  for (const pattern of patterns(tokens(asked.search)))
    organisations = organisations.where('search_fold', 'like', pattern);
  return organisations;
}
