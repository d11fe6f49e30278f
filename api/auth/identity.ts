import type { Read } from '#db/schema.ts';
import { anonymous } from '../domain/actor.ts';
import type { Actor, OrganisationRole, SeatRole } from '../domain/actor.ts';
import type { Identify } from '../http/context.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { readCookie, sessionSecret } from './cookies.ts';
import { sha256 } from '../kernel/ids.ts';
import { remembered } from '../kernel/remembered.ts';
import { validateSession } from './session.ts';

/** Finds out who asks: by a board code in the address, by session, by the board code a screen keeps; else nobody. */
export function createIdentify(kernel: Kernel, kiosk: (code: string) => Promise<string | null>): Identify {
  const remember = remembered<Actor>(kernel);
  const byCode = (code: string) =>
    remember(`code:${code}`, async () => {
      const drillId = await kiosk(code);
      return drillId === null ? anonymous : { ...anonymous, kind: 'kiosk', id: 'kiosk', kioskDrillId: drillId };
    });

  return async ({ request }) => {
    const code = boardCode(/[?&]code=([^&#]*)/.exec(request.url)?.[1]);
    if (code !== null) {
      const screen = await byCode(code);
      if (screen !== anonymous) return screen;
    }
    const secret = sessionSecret(request);
    if (secret !== null && secret.length <= 100) {
      const actor = await remember(sha256(secret), () => actorOf(kernel, secret));
      if (actor !== anonymous) return actor;
    }
    const kept = boardCode(readCookie(request, 'tt_board'));
    return kept === null ? anonymous : byCode(kept);
  };
}

const boardCode = (text: string | null | undefined) => (text && /^[A-Za-z0-9-]{8,20}$/.test(text) ? text : null);

async function actorOf(kernel: Kernel, secret: string): Promise<Actor> {
  const session = await validateSession(kernel, secret);
  if (!session) return anonymous;
  const { read } = kernel.db;
  const [account, grants, seats, formerOrganisationIds] = await Promise.all([
    read
      .selectFrom('account')
      .leftJoin('credential', 'credential.user_id', 'account.id')
      .select([
        'account.id',
        'account.name',
        'account.organisation_id',
        'account.disabled_at',
        'credential.must_change',
      ])
      .where('account.id', '=', session.userId)
      .executeTakeFirst(),
    read.selectFrom('role_grant').selectAll().where('user_id', '=', session.userId).execute(),
    read.selectFrom('drill_seat').selectAll().where('user_id', '=', session.userId).execute(),
    endedInto(read, session.userId),
  ]);
  if (!account || account.disabled_at !== null) return anonymous;
  return {
    kind: 'user',
    id: account.id,
    name: account.name,
    organisationId: account.organisation_id,
    formerOrganisationIds,
    grants: grants.map((row) => ({ role: row.role as OrganisationRole, organisationId: row.organisation_id })),
    seats: seats.map((row) => ({
      drillId: row.drill_id,
      role: row.role as SeatRole,
      teamId: row.team_id === '' ? null : row.team_id,
      captain: row.captain === 1,
    })),
    freshAt: session.freshAt,
    kioskDrillId: null,
    mustChangePassword: account.must_change === 1,
  };
}

/** Organisations that have ended and whose line of successors leads to one the person belongs to or holds a role for. */
async function endedInto(read: Read, userId: string): Promise<string[]> {
  const rows = await read
    .withRecursive('own(id)', (db) =>
      db
        .selectFrom('account')
        .select('organisation_id as id')
        .where('id', '=', userId)
        .where('organisation_id', 'is not', null)
        .union(db.selectFrom('role_grant').select('organisation_id as id').where('user_id', '=', userId))
        .union(
          db.selectFrom('organisation as ended').innerJoin('own', 'own.id', 'ended.successor_id').select('ended.id'),
        ),
    )
    .selectFrom('own')
    .innerJoin('organisation', 'organisation.id', 'own.id')
    .select('organisation.id')
    .where('successor_id', 'is not', null)
    .execute();
  return rows.map(({ id }) => id);
}
