import { describe, expect, it } from 'vitest';
import { announce, withdrawAnnouncement } from '#api/domain/drill/announce.ts';
import type { Addressee } from '#api/domain/drill/announcement.ts';
import { mayReadContent } from '#api/domain/drill/log-access.ts';
import type { Audience } from '#api/domain/visibility.ts';
import { drafted, approved, fact, given, refused } from './drill-given.ts';
import { liveDrill } from './drill-log.ts';

const text = 'Mở lại cổng lúc 15 giờ';
const told = (audience: Addressee = 'blue') => fact('drill.announced', { text, audience, mustRead: true });
const reason = 'Gửi nhầm';

describe('an announcement', () => {
  it('is made once there is a drill to speak of', () => {
    const payload = { text, audience: 'everyone' as const, mustRead: false };
    expect(refused(announce(given(drafted), payload))).toBe('drill.wrong_phase');
    expect(announce(given(drafted, approved), payload)).toEqual([{ type: 'drill.announced', subject: null, payload }]);
  });

  it('is withdrawn before those it was made to, with a reason', () => {
    expect(withdrawAnnouncement(given(drafted, approved, told()), 3, reason)).toEqual([
      {
        type: 'drill.announcement_withdrawn',
        subject: null,
        payload: { announcement: 3, audience: 'blue', reason },
      },
    ]);
  });

  it('is withdrawn once; what was never announced is not', () => {
    const withdrawn = fact('drill.announcement_withdrawn', { announcement: 3, audience: 'blue', reason });
    expect(refused(withdrawAnnouncement(given(drafted, approved, told(), withdrawn), 3, reason))).toBe(
      'announcement.withdrawn',
    );
    expect(refused(withdrawAnnouncement(given(drafted, approved, told()), 2, reason))).toBe('not_found');
  });

  it('keeps its words, and says when and why it was withdrawn', () => {
    const back = fact('drill.announcement_withdrawn', { announcement: 3, audience: 'blue', reason }, 9);
    const { announcements } = given(drafted, approved, told(), told('red'), back);
    expect(announcements).toMatchObject([
      { text, mustRead: true, withdrawn: { at: 9, reason } },
      { text, withdrawn: null },
    ]);
  });

  it('and its withdrawal are read in the log by those who were told', () => {
    const log = liveDrill()
      .add('drill.announced', { text, audience: 'blue', mustRead: false })
      .add('drill.announcement_withdrawn', { announcement: 1, audience: 'blue', reason });
    const state = log.state();
    const readers = (['control', 'blue:blue-1', 'red:red-1', 'observer', 'public'] as Audience[]).filter((audience) =>
      log.events.slice(-2).every((event) => mayReadContent(event, audience, state)),
    );
    expect(readers).toEqual(['control', 'blue:blue-1']);
    const others = (['red:red-1', 'observer', 'public'] as Audience[]).filter((audience) =>
      log.events.slice(-2).some((event) => mayReadContent(event, audience, state)),
    );
    expect(others).toEqual([]);
  });
});
