import type { OrganisationRole, SeatRole } from '#api/domain/actor.ts';
import type { NewEvent } from '#api/domain/event.ts';

/** Everyone's password. */
export const password = 'bốn con trâu cày ruộng sâu';

export interface Person {
  login: string;
  name: string;
  organisationId: string;
  role?: { role: OrganisationRole; organisationId: string };
}

/** Units of the test province; the two teams and the judges come from different ones. */
export const units = {
  province: 'unit-province',
  department: 'unit-department',
  commune: 'unit-commune',
  vendor: 'unit-vendor',
  police: 'unit-police',
} as const;

const unitNames = {
  province: ['Uỷ ban nhân dân tỉnh (mẫu)', 'province', null],
  department: ['Sở Khoa học và Công nghệ (mẫu)', 'department', 'province'],
  commune: ['Uỷ ban nhân dân xã (mẫu)', 'commune', 'province'],
  vendor: ['Công ty Cung cấp Mẫu', 'vendor', null],
  police: ['Công an tỉnh (mẫu)', 'police', 'province'],
} as const;

/** What the log says about the units. */
export function unitEvents(): NewEvent[] {
  return Object.entries(unitNames).map(([key, [name, kind, parent]]) => ({
    type: 'organisation.created',
    subject: units[key as keyof typeof units],
    payload: {
      organisationId: units[key as keyof typeof units],
      name,
      kind,
      parentId: parent && units[parent],
      shortName: null,
      code: null,
      domain: null,
      validFrom: null,
      predecessors: [],
      note: null,
    },
  }));
}

const { province, department, commune, vendor, police } = units;
const everywhere = '*';

const person = (
  login: string,
  name: string,
  organisationId: string,
  role?: OrganisationRole,
  where = organisationId,
): Person => ({
  login,
  name,
  organisationId,
  ...(role ? { role: { role, organisationId: where } } : {}),
});

/** One person for every role, and people without one who take seats in drills. */
export const people = [
  person('admin', 'Lê Quản Trị', province, 'admin', everywhere),
  person('organiser', 'Trần Tổ Chức', province, 'organiser', everywhere),
  person('officer', 'Phạm Chuyên Trách', department, 'officer'),
  person('staff', 'Võ Nhân Viên', department, 'staff'),
  person('head', 'Đỗ Trưởng Phòng', department, 'head'),
  person('leader', 'Huỳnh Lãnh Đạo', province, 'leader', everywhere),
  person('commune-officer', 'Ngô Xã', commune, 'officer'),
  person('user', 'Bùi Không Vai', commune),
  person('control', 'Đặng Điều Hành', province),
  person('control2', 'Đặng Điều Phối', province),
  person('judge', 'Hồ Giám Khảo', police),
  person('judge2', 'Hồ Chấm Thi', police),
  person('red', 'Dương Tấn Công', vendor),
  person('red2', 'Dương Xung Kích', police),
  person('blue', 'Lý Phòng Thủ', department),
  person('blue2', 'Lý Bảo Vệ', commune),
  person('observer', 'Mai Quan Sát', commune),
] as const satisfies readonly Person[];

export type Login = (typeof people)[number]['login'];

export const accountId = (login: string) => `account-${login}`;

/** What the log says about the people. */
export function eventsOf(list: readonly Person[]): NewEvent[] {
  return list.flatMap(({ login, name, organisationId, role }) => {
    const id = accountId(login);
    const created: NewEvent = {
      type: 'account.created',
      subject: id,
      payload: { accountId: id, login, name, organisationId, email: null, locale: 'vi' },
    };
    return role
      ? [created, { type: 'role.granted', subject: id, payload: { accountId: id, ...role } } as NewEvent]
      : [created];
  });
}

/** What the log says about the seat of a person in a drill. */
export function seatOf(login: Login, role: SeatRole, teamId: string | null = null, captain = false): NewEvent {
  const id = accountId(login);
  const { name, organisationId } = people.find((one) => one.login === login) ?? { name: login, organisationId: null };
  const payload = { accountId: id, name, role, teamId, captain, organisationId };
  return { type: 'drill.seat_given', subject: id, payload };
}
