import { accountList } from '../contract/people.ts';
import type { OrganisationRole } from '../domain/actor.ts';
import type { Args } from '../kernel/command.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { query } from '../kernel/query.ts';
import { nextCursor, placeOf } from '../registry/keyset.ts';
import { organisationPath, subtreeRange } from '../registry/organisation-path.ts';
import { coveredRanges, inRanges, saysAll } from '../registry/within.ts';

export const accountViewers = ['admin', 'organiser', 'officer'] as const;

export const listAccounts = query({
  operation: accountList,
  async run(args, kernel) {
    const { limit, after } = args.query;
    const matching = await matchingAccounts(args, kernel);
    const place = placeOf(after);
    const rows = await matching
      .select([
        'account.id',
        'login',
        'account.name',
        'email',
        'created_at',
        'disabled_at',
        'account.sort_key',
        'organisation.id as organisationId',
        'organisation.name as organisationName',
      ])
      .$if(place !== null, (page) =>
        page.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('account.sort_key', 'account.id'), '>', tuple(place?.sortKey ?? '', place?.id ?? '')),
        ),
      )
      .orderBy('account.sort_key')
      .orderBy('account.id')
      .limit(limit)
      .execute();
    const { total } = await matching.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
    const roles = await rolesOf(
      kernel,
      rows.map(({ id }) => id),
    );
    return {
      items: rows.map((row) => ({
        id: row.id,
        login: row.login,
        name: row.name,
        email: row.email,
        organisation: row.organisationId === null ? null : { id: row.organisationId, name: row.organisationName ?? '' },
        roles: roles.get(row.id) ?? [],
        createdAt: row.created_at,
        disabledAt: row.disabled_at,
      })),
      next: nextCursor(rows, limit),
      total: Number(total),
    };
  },
});

async function matchingAccounts({ query: asked, actor }: Args<typeof accountList>, kernel: Kernel) {
  const { read } = kernel.db;
  let accounts = read.selectFrom('account').leftJoin('organisation', 'organisation.id', 'account.organisation_id');
  const ranges = await coveredRanges(read, actor, accountViewers);
  if (ranges !== null) accounts = accounts.where(inRanges('organisation.path', ranges));
  if (asked.organisation !== undefined) {
    const path = await organisationPath(read, asked.organisation);
    accounts = accounts.where(inRanges('organisation.path', path === undefined ? [] : [subtreeRange(path)]));
  }
  if (asked.state !== 'all')
    accounts = accounts.where('disabled_at', asked.state === 'disabled' ? 'is not' : 'is', null);
  const { role } = asked;
  if (role !== undefined)
    accounts = accounts.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('role_grant').select('user_id').whereRef('user_id', '=', 'account.id').where('role', '=', role),
      ),
    );
  return accounts.where(saysAll('account.search_fold', asked.search));
}

async function rolesOf(kernel: Kernel, ids: readonly string[]): Promise<Map<string, OrganisationRole[]>> {
  const roles = new Map<string, OrganisationRole[]>();
  if (ids.length === 0) return roles;
  const rows = await kernel.db.read
    .selectFrom('role_grant')
    .select(['user_id', 'role'])
    .distinct()
    .where('user_id', 'in', [...ids])
    .orderBy('role')
    .execute();
  for (const { user_id, role } of rows) roles.set(user_id, [...(roles.get(user_id) ?? []), role as OrganisationRole]);
  return roles;
}
