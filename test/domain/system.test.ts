import { describe, expect, test } from 'vitest';
import { networkOf } from '#api/domain/system/network.ts';
import { passwordFault } from '#api/domain/system/password.ts';
import { isChiefAdmin, mayManage } from '#api/domain/system/manage.ts';

const person = { login: 'tranminhquan', name: 'Trần Minh Quân' };

describe('a new password', () => {
  test.each([
    ['bốn con trâu cày ruộng sâu', null],
    ['correct horse battery staple', null],
    ['k7mxq-p2rvd-9wzbn-ehtcy', null],
    ['diễn tập thực chiến mùa nước nổi', null],
    ['mười bốn ký tự', 'password.too_short'],
    ['matkhau123456789', 'password.common'],
    ['Mật khẩu mật khẩu', 'password.common'],
    ['M@tKh@u123456789', 'password.common'],
    ['123456aA@123456aA@', 'password.common'],
    ['vnpt@123vnpt@123', 'password.common'],
    ['aaaaaaaaaaaaaaaa', 'password.common'],
    ['987654321987654321', 'password.common'],
    ['qwertyuiopasdfghjkl', 'password.common'],
    ['Vĩnh Long 2026 UBND', 'password.common'],
    ['Trần Minh Quân 1990!', 'password.personal'],
    ['tranminhquan@abcxk', 'password.personal'],
  ] as const)('%s: %s', (password, fault) => {
    expect(passwordFault(password, person)).toBe(fault);
  });

  test('length is counted in characters as read, not in code units', () => {
    const text = 'tôi yêu đồng quê';
    expect(passwordFault(text.normalize('NFD'), person)).toBe(passwordFault(text, person));
  });
});

test.each([
  ['192.0.2.77', '192.0.2.0/24'],
  ['::ffff:192.0.2.77', '192.0.2.0/24'],
  ['2001:db8:12:34::1', '2001:db8:12::/48'],
  ['2001:0db8:0012:ffff:1:2:3:4', '2001:db8:12::/48'],
  ['2001:db8::1', '2001:db8:0::/48'],
  ['::1', '0:0:0::/48'],
  ['fe80::1%eth0', 'fe80:0:0::/48'],
  ['', ''],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

describe('an administrator of a department', () => {
  const actor = { grants: [{ role: 'admin' as const, organisationId: 'department' }] };
  const inside = { path: '/province/department/', held: [] };

  test('manages the accounts below it', () => expect(mayManage(actor, inside)).toBe(true));
  test('not those beside or above it', () => {
    expect(mayManage(actor, { path: '/province/commune/', held: [] })).toBe(false);
    expect(mayManage(actor, { path: '/province/', held: [] })).toBe(false);
    expect(mayManage(actor, { path: '/', held: [] })).toBe(false);
  });
  test('not one of its own people who administers everything', () => {
    const chief = { role: 'admin' as const, organisationId: '*', path: '/' };
    expect(mayManage(actor, { ...inside, held: [chief] })).toBe(false);
    expect(isChiefAdmin({ disabledAt: null, held: [chief] })).toBe(true);
    expect(isChiefAdmin({ disabledAt: 1, held: [chief] })).toBe(false);
  });
});
