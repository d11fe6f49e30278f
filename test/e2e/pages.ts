import { incidentCreate, ticketCreate } from '#api/contract/incidents.ts';
import type { OperationShape, OutputOf, RequestOf } from '#api/contract/operation.ts';
import { systemCreate } from '#api/contract/systems.ts';
import { accountId, units } from '#test/people.ts';
import type { Login } from '#test/people.ts';
import { givenClaim, givenDrill } from './drill.ts';
import type { ServerProcess } from './server-process.ts';

/** Who is asked for their pages; null is nobody in particular. */
export const readers = [
  null,
  'control',
  'judge',
  'red',
  'blue',
  'officer',
  'commune-officer',
  'user',
  'head',
  'leader',
  'organiser',
  'admin',
] as const satisfies readonly (Login | null)[];

/** Does an operation as that person. */
export type Do = <O extends OperationShape>(operation: O, request: RequestOf<O>) => Promise<OutputOf<O>>;

/** Addresses of the pages of a running drill, of one that is over, and of the rest of the year, by who works there. */
export async function pagesOf(login: Login | null, server: ServerProcess, act: Do): Promise<string[]> {
  const live = await givenDrill(server);
  const claim = await givenClaim(server, live, 1);
  await givenClaim(server, live, 2, { title: 'Lộ tệp cấu hình' });
  const over = await givenDrill(server, 'published');
  const rooms = (names: string[], drill = live) => names.map((name) => drill.path + name);
  const after = rooms(['', '/board', '/results', '/log'], over);
  switch (login) {
    case null:
      return ['/login', '/board', `/board/${live.code}`, `/board/${over.code}`, '/preferences', '/join/khong-co'];
    case 'control': {
      const plan = await givenDrill(server, 'preparing');
      return [
        ...rooms(['', '/control', '/plan', '/teams', '/teams/sheet', '/claims', `/claims/${claim}`, '/tickets']),
        ...rooms(['/board', '/log']),
        ...rooms(['', '/control', '/plan', '/teams'], plan),
        ...after,
        `${over.path}/replay`,
      ];
    }
    case 'judge':
      return [...rooms(['', '/judge', '/claims', `/claims/${claim}`, '/tickets', '/board', '/log']), ...after];
    case 'red':
      return [...rooms(['', '/claims', '/claims/new', `/claims/${claim}`, '/board', '/log']), ...after];
    case 'blue': {
      const body = { title: 'Cổng bị dò mật khẩu', targetId: 't1' };
      const { id } = await act(ticketCreate, { params: { drill: live.id }, body } as RequestOf<typeof ticketCreate>);
      return [...rooms(['', '/tickets', '/tickets/new', `/tickets/${id}`, '/board', '/log']), ...after];
    }
    case 'officer': {
      const incident = await act(incidentCreate, { body: { title: 'Trang chủ hiện nội dung lạ' } });
      return [
        ...['/', '/incidents', '/incidents/new', `/incidents/${incident.id}`, '/drills', '/search?q=cong'],
        ...['/posture', `/posture/${units.department}`, '/organisations', '/organisations/response'],
      ];
    }
    case 'commune-officer': {
      const { commune } = units;
      const body = { name: 'Cổng dữ liệu mở (mẫu)', type: 'portal', ownerId: commune, operatorId: commune };
      const system = await act(systemCreate, { body } as RequestOf<typeof systemCreate>);
      return [
        ...['/systems', '/systems/new', `/systems/${system.id}`, `/systems/${system.id}/edit`],
        ...['/account', '/password'],
      ];
    }
    case 'user': {
      // Whoever looks after two units is asked which one.
      const subject = accountId('user');
      const heads = [units.commune, units.police].map((organisationId) => ({
        type: 'role.granted' as const,
        subject,
        payload: { accountId: subject, role: 'head' as const, organisationId },
      }));
      await server.given('system', heads);
      return ['/posture'];
    }
    case 'head':
      return [
        '/',
        '/posture',
        ...['', '/systems', '/remediations'].map((name) => `/posture/${units.department}${name}`),
      ];
    case 'leader':
      return ['/posture', `/posture/${units.province}`, `/posture/${units.province}/units`];
    case 'organiser':
      return ['/drills', '/drills/new', '/scenarios', '/scenarios/tan-cong-thuc-chien-so-nganh'];
    default:
      return [
        ...['/admin/accounts', '/admin/accounts/new', `/admin/accounts/${accountId('staff')}`],
        ...['/admin/audit', '/admin/invitations'],
        ...['', '/new', '/merge', `/${units.department}`, `/${units.department}/log`].map(
          (name) => `/organisations${name}`,
        ),
      ];
  }
}
