import { describe, expect, it } from 'vitest';
import { accountDisable } from '#api/contract/people.ts';
import { boardCodeCreate } from '#api/contract/board-code.ts';
import { sessionDelete } from '#api/contract/auth.ts';
import { operations } from '#api/contract/index.ts';
import { isCommand } from '#api/contract/operation.ts';
import type { OperationShape } from '#api/contract/operation.ts';
import { seatTakeAway, teamInvite, teamJoin } from '#api/contract/teams.ts';
import { drillIn } from '#test/drill-in.ts';
import type { Login } from '#test/people.ts';
import { accountId, eachDialect } from '#test/given.ts';
import type { Client } from '#test/given.ts';
import { sampleOf } from '#test/sample.ts';
import { drill, drillStream, givenPlay } from './drill-play.ts';
import type { Play } from './drill-play.ts';
import { addressesOf, givenMarked, reads, screen } from './guarantees-given.ts';
import type { Ids } from './guarantees-given.ts';

const json = () => ({ 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() });

async function ask(client: Client, operation: OperationShape, address: string, body: unknown = {}): Promise<string> {
  const init: RequestInit = isCommand(operation)
    ? { method: operation.method, headers: json(), body: JSON.stringify(body) }
    : {};
  const kept = new Map(client.cookies);
  const response = await client.fetch(address, init);
  client.cookies = kept;
  return `${response.status} ${(await response.text()).replaceAll(/"requestId":"[^"]*"/g, '')}`;
}

/** Listens until the line is closed; answers whether it was. */
async function hearsTheEnd(response: Response, act: () => Promise<unknown>): Promise<boolean> {
  const reader = response.body!.getReader();
  await reader.read();
  await act();
  const over = (async () => {
    while (!(await reader.read()).done);
    return true;
  })();
  const patience = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 5_000));
  return Promise.race([over, patience]);
}

eachDialect((dialect) => {
  it('a thing of somebody else is answered like one that never was, at every operation (R3)', async () => {
    const { app, ids } = await givenMarked(dialect);
    await app.given('drill:drill-3', drillIn('live', app.clock.now(), 'WXYZ6789'));
    const foreign: Ids = { ...ids, drill: [drill, 'drill-3'] };
    const mine: Partial<Record<Login, readonly string[]>> = {
      red2: [ids['claim']![2]!],
      blue2: [ids['incident']![1]!, ids['evidence']![2]!],
    };
    let compared = 0;
    const differing = async (login: Login): Promise<string[]> => {
      const client = await app.as(login);
      const wrong: string[] = [];
      for (const operation of operations) {
        const names = Object.keys(operation.params ? (sampleOf(operation.params) as object) : {}).filter((name) =>
          ['drill', 'claim', 'incident', 'evidence'].includes(name),
        );
        const name = names.at(-1);
        if (!name || operation.name === 'live.open') continue;
        const body = operation.body ? sampleOf(operation.body) : {};
        const unknown = { ...foreign, drill: [drill], [name]: ['0199f000-0000-7000-8000-000000000000'] };
        const invented = await ask(client, operation, addressesOf(operation, unknown)[0]!, body);
        for (const address of addressesOf(operation, { ...foreign, drill: name === 'drill' ? ['drill-3'] : [drill] })) {
          if (mine[login]?.some((own) => address.includes(own))) continue;
          const answer = await ask(client, operation, address, body);
          compared += 1;
          if (answer !== invented)
            wrong.push(`${login} ${operation.name} ${address}: ${answer.slice(0, 160)} | ${invented.slice(0, 160)}`);
        }
      }
      return wrong;
    };
    for (const login of ['red2', 'blue2', 'observer', 'user', 'commune-officer'] as const)
      expect(await differing(login)).toEqual([]);
    // To its owner a thing is there: the comparison can fail.
    expect((await differing('red')).length).toBeGreaterThan(0);
    expect(compared).toBeGreaterThan(150);
  }, 240_000);

  it('the status of a drill is nobody’s business who may not see it', async () => {
    const app = await givenPlay(dialect);
    await app.given(drillStream, [{ type: 'drill.ended', subject: null, payload: { reason: 'x' } }]);
    const user = await app.as('user');
    const join = (id: string) => user.refused(teamJoin, { params: { drill: id }, body: { code: 'x'.repeat(20) } });
    expect([(await join(drill)).code, (await join('khong-co')).code]).toEqual([
      'invitation.invalid',
      'invitation.invalid',
    ]);
  });

  describe('a right taken away ends at once (R8)', () => {
    const open = (client: Client) => client.fetch(`/api/live/${drillStream}?after=0`);
    const cases: [string, (app: Play, client: Client) => Promise<unknown>][] = [
      [
        'the seat',
        async (app) =>
          (await app.as('control')).call(seatTakeAway, {
            params: { drill, account: accountId('observer') },
            body: { reason: 'x' },
          }),
      ],
      [
        'the account',
        async (app) =>
          (await app.as('admin')).call(accountDisable, {
            params: { account: accountId('observer') },
            body: { reason: 'x' } as never,
          }),
      ],
      ['the session', async (_app, client) => client.call(sessionDelete)],
    ];
    it.each(cases)('%s: the open line closes and the next request is refused', async (_name, act) => {
      const app = await givenPlay(dialect);
      const client = await app.as('observer');
      const cookies = new Map(client.cookies);
      expect((await client.fetch(`/api/drills/${drill}/board`)).status).toBe(200);
      expect(await hearsTheEnd(await open(client), () => act(app, client))).toBe(true);
      client.cookies = cookies;
      expect([401, 404]).toContain((await client.fetch(`/api/drills/${drill}/board`)).status);
      expect((await open(client)).status).toBe(404);
    });

    it('the board code: a screen with the old one goes dark, others stay', async () => {
      const app = await givenPlay(dialect);
      const control = await app.as('control');
      const { code } = await control.call(boardCodeCreate, { params: { drill } });
      const hall = screen(app, code);
      const line = await open(hall);
      expect(await hearsTheEnd(line, () => control.call(boardCodeCreate, { params: { drill } }))).toBe(true);
      expect((await open(hall)).status).toBe(404);
      const { code: fresh } = await control.call(boardCodeCreate, { params: { drill } });
      expect(await hearsTheEnd(await open(screen(app, fresh)), async () => app.seat(drill, 'user', 'observer'))).toBe(
        false,
      );
    });
  });

  it('an invitation for five lets in exactly five of thirty at once (R26)', async () => {
    const app = await givenPlay(dialect);
    const { code } = await (
      await app.as('control')
    ).call(teamInvite, { params: { drill, team: 'team-blue' }, body: { uses: 5, days: 1 } });
    const logins = [
      'user',
      'staff',
      'head',
      'officer',
      'leader',
      'commune-officer',
      'organiser',
      'admin',
      'control2',
      'blue2',
    ] as const;
    const clients = await Promise.all(logins.map((login) => app.as(login)));
    const tries = await Promise.allSettled(
      [...clients, ...clients, ...clients].map((client) =>
        client.call(teamJoin, { params: { drill }, body: { code } }),
      ),
    );
    const seats = await app.kernel.db.read
      .selectFrom('drill_seat')
      .select('user_id')
      .where('team_id', '=', 'team-blue')
      .execute();
    const { uses_left } = await app.kernel.db.read
      .selectFrom('invitation')
      .select('uses_left')
      .executeTakeFirstOrThrow();
    expect([tries.filter(({ status }) => status === 'fulfilled').length, seats.length - 1, uses_left]).toEqual([
      5, 5, 0,
    ]);
  });

  it('no read is answered to the page of another site (R57)', async () => {
    const { app, ids } = await givenMarked(dialect);
    const red = await app.as('red');
    const through: string[] = [];
    for (const operation of reads)
      for (const site of ['cross-site', 'same-site']) {
        const response = await red.fetch(addressesOf(operation, ids)[0]!, { headers: { 'sec-fetch-site': site } });
        if (response.status !== 403) through.push(`${operation.name} ${site}: ${response.status}`);
      }
    expect(through).toEqual([]);
    expect((await red.fetch(`/api/live/${drillStream}`, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(
      403,
    );
    expect(
      (
        await red.fetch(
          addressesOf(
            reads.find(({ name }) => name === 'drill.list')!,
            ids,
          )[0]!,
          { headers: { 'sec-fetch-site': 'none' } },
        )
      ).status,
    ).toBe(200);
  });
});
