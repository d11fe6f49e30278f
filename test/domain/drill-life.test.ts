import { describe, expect, it } from 'vitest';
import {
  addTarget,
  approve,
  end,
  extend,
  openJudging,
  pause,
  prepare,
  resume,
  start,
  tick,
  undoExtension,
} from '#api/domain/drill/life.ts';
import { drillStatuses, mayAct } from '#api/domain/drill/status.ts';
import type { LifeAct } from '#api/domain/drill/status.ts';
import {
  approved,
  drafted,
  fact,
  given,
  hour,
  minute,
  paused,
  phases,
  plan,
  prepared,
  refused,
  resumed,
  started,
  T,
  target,
  types,
} from './drill-given.ts';
import { suggestedRules } from '#api/domain/drill/rules.ts';

const reason = 'Theo kế hoạch';
const decision = { decisionNumber: '12/QĐ-UBND (mẫu)', decidedOn: '2026-11-20', fileId: null };

describe('the life of a drill', () => {
  it('goes from draft to publication, one step after the other', () => {
    expect(given(drafted).status).toBe('draft');
    expect(given(drafted, approved).status).toBe('approved');
    expect(given(drafted, approved, prepared).status).toBe('preparing');
    expect(given(drafted, approved, prepared, started()).status).toBe('live');
    expect(given(drafted, approved, prepared, started(), paused(T + hour)).status).toBe('paused');
    expect(given(drafted, approved, prepared, started(), paused(T + hour), resumed(T + 2 * hour)).status).toBe('live');
    const ended = [drafted, approved, prepared, started(), fact('drill.ended', { reason })];
    expect(given(...ended).status).toBe('ended');
    expect(given(...ended, fact('drill.judging_opened', {})).status).toBe('judging');
    expect(given(...ended, fact('drill.judging_opened', {}), fact('drill.published', { prizes: [] })).status).toBe(
      'published',
    );
  });

  it('takes no step out of turn', () => {
    for (const status of drillStatuses) {
      const state = { ...given(drafted), status };
      const outcomes = {
        approve: approve(state, decision),
        prepare: prepare(state),
        pause: pause(state, reason, T),
        resume: resume(state, reason),
        extend: extend(state, hour, reason, T),
        end: end(state, reason),
        open_judging: openJudging(state),
      };
      for (const [act, outcome] of Object.entries(outcomes))
        if (!mayAct(status, act as LifeAct))
          expect(`${status} ${act} ${refused(outcome)}`).toBe(`${status} ${act} drill.wrong_phase`);
    }
    expect(refused(start(given(drafted)))).toBe('drill.wrong_phase');
  });

  it('keeps the decision it was approved by', () => {
    expect(given(drafted, approved).decision).toEqual({ number: '12/QĐ-UBND (mẫu)', on: '2026-11-20', fileId: null });
  });

  it('logs a refused start with what is missing, and changes nothing else', () => {
    const state = given(drafted, approved, prepared);
    const [event] = start(state) as { type: string; payload: { missing: string[] } }[];
    expect(event?.type).toBe('drill.start_refused');
    expect(event?.payload.missing).toContain('target_consent');
    expect(
      given(drafted, approved, prepared, fact('drill.start_refused', { missing: ['target_consent'] })).status,
    ).toBe('preparing');
  });

  it('starts with the length and freeze of the plan once nothing is missing', () => {
    const training = fact('drill.drafted', {
      plan,
      phases: phases.slice(0, 1),
      rules: suggestedRules,
      scenarioHash: null,
    });
    const record = (item: 'force_notified' | 'rollback_plan') =>
      fact('gate.item_recorded', { item, targetId: null, reference: 'CV 1', on: '2026-11-20', fileId: null, note: '' });
    const state = given(training, approved, prepared, record('force_notified'), record('rollback_plan'));
    expect(start(state)).toEqual([
      { type: 'drill.started', subject: null, payload: { durationMs: 8 * hour, freezeAfterMs: 7 * hour } },
    ]);
  });

  it('is neither paused nor extended once its time is up', () => {
    const state = given(drafted, approved, prepared, started());
    expect(refused(pause(state, reason, T + 8 * hour))).toBe('drill.time_up');
    expect(refused(extend(state, hour, reason, T + 9 * hour))).toBe('drill.time_up');
    expect(types(pause(state, reason, T + 8 * hour - 1))).toEqual(['drill.paused']);
  });

  it('is extended by more than nothing and at most a week', () => {
    const state = given(drafted, approved, prepared, started());
    for (const by of [0, -hour, 8 * 24 * hour])
      expect(refused(extend(state, by, reason, T + hour))).toBe('drill.extension');
  });
});

describe('an extension made by mistake', () => {
  const live = [drafted, approved, prepared, started()];
  const more = (at: number, byMs = hour) => fact('drill.extended', { byMs, reason }, at);
  const first = live.length + 1;

  it('is taken back by a new entry that says what it takes back', () => {
    expect(undoExtension(given(...live, more(T + hour)), first, reason, T + 2 * hour)).toEqual([
      { type: 'drill.extension_withdrawn', subject: null, payload: { extension: first, byMs: hour, reason } },
    ]);
  });

  it('stays once the end it had moved has passed', () => {
    const state = given(...live, more(T + hour));
    expect(types(undoExtension(state, first, reason, T + 8 * hour - 1))).toEqual(['drill.extension_withdrawn']);
    expect(refused(undoExtension(state, first, reason, T + 8 * hour))).toBe('drill.extension_passed');
    // While the clock stands, that moment does not pass.
    const still = given(...live, more(T + hour), paused(T + 2 * hour));
    expect(types(undoExtension(still, first, reason, T + 20 * hour))).toEqual(['drill.extension_withdrawn']);
  });

  it('waits for the one after it to be taken back first', () => {
    const twice = [...live, more(T + hour), more(T + 2 * hour, 2 * hour)];
    expect(refused(undoExtension(given(...twice), first, reason, T + 3 * hour))).toBe('drill.extension_followed');
    const back = fact('drill.extension_withdrawn', { extension: first + 1, byMs: 2 * hour, reason }, T + 3 * hour);
    expect(types(undoExtension(given(...twice, back), first, reason, T + 4 * hour))).toHaveLength(1);
  });

  it('is taken back once, and only if there was one, while the drill is played', () => {
    const back = fact('drill.extension_withdrawn', { extension: first, byMs: hour, reason }, T + 2 * hour);
    const undone = given(...live, more(T + hour), back);
    expect(refused(undoExtension(undone, first, reason, T + 3 * hour))).toBe('conflict.stale');
    expect(refused(undoExtension(given(...live), 1, reason, T + hour))).toBe('conflict.stale');
    const over = given(...live, more(T + hour), fact('drill.ended', { reason }, T + 2 * hour));
    expect(refused(undoExtension(over, first, reason, T + 2 * hour))).toBe('drill.wrong_phase');
  });
});

describe('what the clock brings about', () => {
  const live = [drafted, approved, prepared, started()];

  it('nothing before its time, and nothing while paused', () => {
    expect(tick(given(...live), T + 7 * hour - 1)).toEqual([]);
    expect(tick(given(...live, paused(T + hour)), T + 20 * hour)).toEqual([]);
  });

  it('the freeze, once', () => {
    expect(types(tick(given(...live), T + 7 * hour))).toEqual(['board.frozen']);
    expect(tick(given(...live, fact('board.frozen', { reason }, T + 7 * hour)), T + 7 * hour + minute)).toEqual([]);
  });

  it('the end, dated to the moment it was due even when noticed late', () => {
    const events = tick(given(...live, fact('board.frozen', { reason }, T + 7 * hour)), T + 8 * hour + 5 * minute);
    expect(events).toEqual([
      { type: 'drill.ended', subject: null, payload: { reason: 'clock' }, occurredAt: T + 8 * hour },
    ]);
  });

  it('freeze and end together after an outage', () => {
    expect(types(tick(given(...live), T + 30 * hour))).toEqual(['board.frozen', 'drill.ended']);
  });
});

describe('targets', () => {
  it('lists a system once, and not after the start', () => {
    const listed = { id: 'x', systemId: 'system-a', name: 'A', ownerOrganisationId: null, scope: [], level: null };
    expect(refused(addTarget(given(drafted, target('a')), listed))).toBe('target.listed');
    expect(refused(addTarget(given(drafted, approved, prepared, started()), listed))).toBe('drill.wrong_phase');
    expect(types(addTarget(given(drafted), { ...listed, systemId: null }))).toEqual(['drill.target_added']);
  });
});
