import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { regulationProfiles } from '#db/reference/regulation-profiles.ts';
import { officeWeek } from '#api/domain/duration.ts';
import { clocksOf, owed } from '#api/domain/incident/deadline.ts';
import { profileAt, stampOf } from '#api/domain/incident/profile.ts';
import { instant } from '#api/domain/zone.ts';
import { created, it as event, ticketOf } from './incident-given.ts';

const law = regulationProfiles.find(({ id }) => id === 'vn-2026')!;
const old = regulationProfiles.find(({ id }) => id === 'vn-2017')!;
const at = (month: number, day: number, hour = 0, minute = 0) => instant(2026, month, day, hour, minute);
const friday = at(11, 27, 23, 30);
const clock = (ticket: ReturnType<typeof ticketOf>, code: string, now: number, profile = law) =>
  clocksOf(ticket, profile, officeWeek, now).find((one) => one.code === code)!;

describe('found on Friday 27/11/2026 at 23:30', () => {
  const found: [number, ReturnType<typeof created>] = [friday + 60_000, created({ detectedAt: friday })];

  test('the 72-hour report is due on Monday 30/11 at 23:30: hours ignore the weekend', () => {
    const report = clock(ticketOf(found), 'full_72h', friday);
    expect(report.dueAt).toBe(at(11, 30, 23, 30));
    expect(report.state).toBe('running');
    expect(report.source.article).toBe('Điều 31.2.d');
    expect(report.source.checked).toBe('archive');
  });

  test('the 24-hour notice does not apply while nobody has classed it serious', () => {
    expect(clock(ticketOf(found), 'initial_24h', friday).state).toBe('not_applicable');
  });

  test('classed serious on Sunday 29/11 at 06:00, the 24-hour notice was due on Saturday 23:30: overdue, classified late', () => {
    const sunday = at(11, 29, 6);
    const notice = clock(
      ticketOf(found, [sunday, event('incident.serious_decided', { serious: true, reason: '' })]),
      'initial_24h',
      sunday,
    );
    expect(notice).toMatchObject({ dueAt: at(11, 28, 23, 30), state: 'overdue', classifiedLate: true });
  });

  test('classed serious in time, it is not called late', () => {
    const notice = clock(
      ticketOf(found, [at(11, 28, 9), event('incident.serious_decided', { serious: true, reason: '' })]),
      'initial_24h',
      at(11, 28, 9),
    );
    expect(notice).toMatchObject({ state: 'running', classifiedLate: false });
  });

  test('repeating the decision with another reason does not move its time', () => {
    const late = ticketOf(
      found,
      [at(11, 28, 9), event('incident.serious_decided', { serious: true, reason: '' })],
      [at(11, 29, 9), event('incident.serious_decided', { serious: true, reason: 'Dịch vụ gián đoạn' })],
    );
    expect(clock(late, 'initial_24h', at(11, 29, 9)).classifiedLate).toBe(false);
  });

  test('personal data found on Saturday 10:00: due Tuesday 01/12 10:00, its own clock, form and recipient', () => {
    const ticket = ticketOf(found, [
      at(11, 28, 10),
      event('incident.personal_data_decided', { involved: true, detectedAt: at(11, 28, 10) }),
    ]);
    const notice = clock(ticket, 'personal_data_72h', at(11, 28, 10));
    const report = clock(ticket, 'full_72h', at(11, 28, 10));
    expect(notice).toMatchObject({ dueAt: at(12, 1, 10), startedAt: at(11, 28, 10), form: 'nd356-08' });
    expect(notice.recipient).not.toEqual(report.recipient);
    expect(report.dueAt).toBe(at(11, 30, 23, 30));
  });

  test('"ngay" has no hours to be late by: it runs until it is reported', () => {
    const ticket = ticketOf(found);
    expect(clock(ticket, 'immediate', at(12, 20))).toMatchObject({ state: 'running', atOnce: true });
    const told = ticketOf(
      found,
      event('incident.clock_reported', {
        code: 'immediate',
        at: friday + 600_000,
        channel: 'Điện thoại',
        receiver: 'Trực ban',
      }),
    );
    expect(clock(told, 'immediate', at(12, 20)).state).toBe('met');
  });

  test.each([
    [at(11, 30, 23, 30), 'met'],
    [at(11, 30, 23, 30) + 1, 'met_late'],
  ])('reported at %i it is %s: the very moment is still in time', (reportedAt, state) => {
    const report = { code: 'full_72h', at: reportedAt, channel: 'Văn bản', receiver: 'PA05' };
    expect(clock(ticketOf(found, event('incident.clock_reported', report)), 'full_72h', at(12, 20)).state).toBe(state);
  });

  test('a false alarm owes nothing more', () => {
    const ticket = ticketOf(found, event('incident.cancelled', { from: 'new', reason: 'Báo động giả' }));
    expect(clock(ticket, 'full_72h', at(12, 20)).state).toBe('not_applicable');
  });

  test('"sắp đến hạn" begins at the last warning share', () => {
    const ticket = ticketOf(found);
    const turn = friday + 0.8 * 72 * 3_600_000;
    expect(clock(ticket, 'full_72h', turn - 1).state).toBe('running');
    expect(clock(ticket, 'full_72h', turn).state).toBe('soon');
    expect(clock(ticket, 'full_72h', at(11, 30, 23, 30)).state).toBe('soon');
    expect(clock(ticket, 'full_72h', at(11, 30, 23, 30) + 1).state).toBe('overdue');
  });
});

describe('vn-2017', () => {
  test('five days leave out the first; ending on a Sunday they roll to the end of Monday', () => {
    // Tuesday 17/11/2026 + 5 days = Sunday 22/11.
    const ticket = ticketOf(created({ detectedAt: at(11, 17, 9), profile: 'vn-2017@1' }));
    expect(clock(ticket, 'initial_report_5d', at(11, 18), old).dueAt).toBe(at(11, 24));
  });

  test('the closing report starts when the response has ended', () => {
    const open = ticketOf(created({ profile: 'vn-2017@1' }));
    expect(clock(open, 'closing_report_5d', 0, old).state).toBe('not_applicable');
    const ended = ticketOf(created({ profile: 'vn-2017@1' }), [
      at(11, 17, 9),
      event('incident.moved', { from: 'contained', to: 'resolved' }),
    ]);
    expect(clock(ended, 'closing_report_5d', at(11, 18), old)).toMatchObject({
      startedAt: at(11, 17, 9),
      state: 'running',
    });
  });
});

test('a ticket is stamped with the law of the day it was detected', () => {
  expect(stampOf(profileAt(regulationProfiles, at(8, 18, 23, 59))!)).toBe('vn-2017@1');
  expect(stampOf(profileAt(regulationProfiles, at(8, 19))!)).toBe('vn-2026@1');
});

test('a notice is owed until it is reported or waived, whatever the order of facts', () => {
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.boolean(),
      fc.subarray(law.clocks.map(({ code }) => code)),
      fc.subarray(law.clocks.map(({ code }) => code)),
      (serious, personal, told, waived) => {
        const ticket = ticketOf(
          created(),
          ...(serious ? [event('incident.serious_decided', { serious, reason: '' })] : []),
          ...(personal ? [event('incident.personal_data_decided', { involved: true, detectedAt: 5 })] : []),
          ...told.map((code) => event('incident.clock_reported', { code, at: 9, channel: '', receiver: '' })),
          ...waived.map((code) => event('incident.clock_waived', { code, reason: 'x' })),
        );
        const due = ['full_72h', ...(serious ? ['initial_24h'] : []), ...(personal ? ['personal_data_72h'] : [])];
        expect(owed(ticket, law).toSorted()).toEqual(
          due.filter((code) => !told.includes(code) && !waived.includes(code)).toSorted(),
        );
      },
    ),
  );
});
