import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boardClock, boardRows, happenings } from '#api/domain/drill/board.ts';
import { detection } from '#api/domain/drill/detection.ts';
import { applyPublic, asTeamSees, boardFrozen, initialPublic } from '#api/domain/drill/freeze.ts';
import type { PublicView } from '#api/domain/drill/freeze.ts';
import { series } from '#api/domain/drill/series.ts';
import { accept, hour, liveDrill, minute, start, submitted } from './drill-log.ts';
import type { Log } from './drill-log.ts';
import { frozenTwins, randomHistory } from './drill-history.ts';

const view = (log: Log): PublicView => log.events.reduce(applyPublic, initialPublic('d1'));
const bytes = ({ shown }: PublicView, at: number) =>
  JSON.stringify([
    boardRows(shown),
    boardClock(shown, at),
    happenings(shown),
    detection(shown),
    series(shown, 'red'),
    series(shown, 'blue'),
  ]);
const decide = (log: Log, claimId: string, at: number) =>
  log.add('claim.decided', { claimId, decision: accept, supersedes: null }, { actor: 'judge-1', at, subject: claimId });
const freezeAt = start + 6 * hour;

/** Two claims before the freeze by the clock; both decided after it. */
function frozen(): Log {
  const log = submitted(submitted(liveDrill({ freezeAfterMs: 6 * hour }), 'c1', 'red-1'), 'c2', 'red-2');
  return decide(decide(log, 'c1', freezeAt), 'c2', freezeAt + minute);
}

describe('the public view', () => {
  test('is the drill itself before the freeze', () => {
    fc.assert(
      fc.property(randomHistory({ length: 60 }), (log) => {
        expect(view(log)).toMatchObject({ shown: log.state(), held: null });
      }),
      { numRuns: 50 },
    );
  });

  test('counts only what can be seen: a submission or a rejection raises no version', () => {
    const log = liveDrill();
    const version = view(log).version;
    submitted(log, 'c1', 'red-1').add('claim.decided', {
      claimId: 'c1',
      decision: { outcome: 'rejected', reason: 'x' },
      supersedes: null,
    });
    expect(view(log).version).toBe(version);
    expect(view(decide(submitted(log, 'c2', 'red-1'), 'c2', start + hour)).version).toBe(version + 1);
  });

  test('counts a word to the hall and its withdrawal, and none to a side', () => {
    const log = liveDrill();
    const { version } = view(log);
    for (const audience of ['blue', 'hall'] as const)
      log
        .add('drill.announced', { text: 'x', audience, mustRead: false })
        .add('drill.announcement_withdrawn', { announcement: log.seq, audience, reason: 'x' });
    expect(view(log).version).toBe(version + 2);
  });

  test('shows behind a freeze what the organisers take back', () => {
    const log = frozen().add('drill.announced', { text: 'x', audience: 'hall', mustRead: false });
    log.add('drill.announcement_withdrawn', { announcement: log.seq, audience: 'hall', reason: 'Nhầm' });
    log.add('drill.extended', { byMs: hour, reason: 'x' });
    log.add('drill.extension_withdrawn', { extension: log.seq, byMs: hour, reason: 'x' });
    expect(view(log).shown).toMatchObject({
      announcements: [{ withdrawn: { reason: 'Nhầm' } }],
      durationMs: 12 * hour,
      extensions: [],
    });
  });

  test('stands still from the first instant of the freeze', () => {
    const before = submitted(liveDrill({ freezeAfterMs: 6 * hour }), 'c1', 'red-1');
    expect(view(decide(before, 'c1', freezeAt - 1)).shown.scores.get('red-1')?.points).toBe(6_000);
    const { shown, version } = view(frozen());
    expect(shown.scores.get('red-1')?.points).toBe(0);
    expect(version).toBe(view(liveDrill()).version);
  });

  test('lets the organisers through: announcements, pause and end still show', () => {
    const log = frozen()
      .add('drill.announced', { text: 'Còn một giờ', audience: 'everyone', mustRead: false })
      .add('drill.paused', { reason: 'x' })
      .add('drill.resumed', { reason: 'x' })
      .add('drill.ended', { reason: 'x' });
    const { shown } = view(log);
    expect([shown.status, shown.announcements.length]).toEqual(['ended', 1]);
    expect(view(log).horizon).toBe(log.seq - 6);
  });

  test('is revealed team by team, then whole', () => {
    const log = frozen().add('board.reveal_stepped', { teamId: 'red-2' });
    const points = (v: PublicView) => ['red-1', 'red-2'].map((id) => v.shown.scores.get(id)?.points);
    expect(points(view(log))).toEqual([0, 6_000]);
    expect(points(view(log.add('board.reveal_stepped', { teamId: 'red-1' })))).toEqual([6_000, 6_000]);
    log.add('board.unfrozen', { reason: 'x' });
    expect(view(log)).toMatchObject({ shown: log.state(), held: null });
    expect(boardFrozen(view(log), freezeAt + hour)).toBe(false);
  });

  test('after unfreezing equals the drill, on any history', () => {
    fc.assert(
      fc.property(frozenTwins(), ({ one }) => {
        one.add('board.reveal_stepped', { teamId: 'red-1' }).add('board.unfrozen', { reason: 'x' });
        expect(view(one).shown).toEqual(one.state());
      }),
      { numRuns: 100 },
    );
  });
});

describe('non-interference', () => {
  test('what judges do after the freeze changes no byte and no version of the public view', () => {
    let differing = 0;
    fc.assert(
      fc.property(frozenTwins(), ({ one, other, freezeAt }) => {
        if (JSON.stringify([...one.state().scores]) !== JSON.stringify([...other.state().scores])) differing += 1;
        const [a, b] = [view(one), view(other)];
        const at = freezeAt + 5 * hour;
        expect(bytes(a, at)).toBe(bytes(b, at));
        expect([a.version, a.horizon, boardFrozen(a, at)]).toEqual([b.version, b.horizon, true]);
      }),
      { numRuns: 300 },
    );
    expect(differing).toBeGreaterThan(100);
  });

  test('a team sees its own acts, and its claims as the board does', () => {
    fc.assert(
      fc.property(frozenTwins(), ({ one, other }) => {
        const seen = (log: Log) => {
          const { shown } = view(log);
          return [...log.state().claims.values()].map((claim) => {
            const { decisions, ...rest } = asTeamSees(claim, shown.claims.get(claim.id));
            return { ...rest, decisions: decisions.map(({ at, decision }) => ({ at, decision })) };
          });
        };
        expect(seen(one)).toEqual(seen(other));
      }),
      { numRuns: 200 },
    );
  });

  test('a claim drafted, submitted and decided while frozen shows as submitted to its team', () => {
    const log = decide(submitted(frozen(), 'c3', 'red-1'), 'c3', freezeAt + hour);
    const claim = log.state().claims.get('c3')!;
    expect([claim.status, asTeamSees(claim, view(log).shown.claims.get('c3')).status]).toEqual([
      'accepted',
      'submitted',
    ]);
  });
});
