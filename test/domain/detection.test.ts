import { describe, expect, it } from 'vitest';
import type { Decision } from '#api/domain/drill/claim.ts';
import { detection, detectionWindowMs } from '#api/domain/drill/detection.ts';
import type { Log } from './drill-log.ts';
import { accept, hour, liveDrill, minute, start, submitted, ticketed } from './drill-log.ts';

const rejected: Decision = { outcome: 'rejected', reason: 'x' };

/** Findings on targets, made at `start`, decided as told. */
function found(...decided: [targetId: string, decision: Decision | null][]): Log {
  const log = liveDrill({ blues: ['blue-1', 'blue-2'] });
  decided.forEach(([targetId, decision], i) => {
    submitted(log, `c${i}`, 'red-1', { targetId });
    if (decision) log.add('claim.decided', { claimId: `c${i}`, decision, supersedes: null }, { actor: 'judge-1' });
  });
  return log;
}

describe('what the defence has noticed', () => {
  it('is nothing to speak of while nothing was recognised', () => {
    const none = { recognised: 0, detectedPercent: null, medianMinutes: null };
    expect(detection(liveDrill().state())).toEqual(none);
    const log = ticketed(found(['t1', rejected], ['t1', null]), 'k1', start);
    expect(detection(log.state())).toEqual(none);
    expect(detection(submitted(ticketed(liveDrill(), 'k1', start), 'c1', 'red-1').state())).toEqual(none);
  });

  it('is none of what was recognised where nobody wrote a ticket', () => {
    expect(detection(found(['t1', accept], ['t2', accept]).state())).toEqual({
      recognised: 2,
      detectedPercent: 0,
      medianMinutes: null,
    });
  });

  it('counts a ticket on the same target within four hours, from the very moment on', () => {
    const noticed = (at: number, change = {}) =>
      detection(ticketed(found(['t1', accept]), 'k1', at, change).state()).detectedPercent;
    expect(detectionWindowMs).toBe(4 * hour);
    expect([start - 1, start, start + hour, start + 4 * hour, start + 4 * hour + 1].map((at) => noticed(at))).toEqual([
      0, 100, 100, 100, 0,
    ]);
    expect(noticed(start + hour, { targetId: 't2' })).toBe(0);
    expect(noticed(start + hour, { targetId: null })).toBe(0);
  });

  it('does not count a ticket that was cancelled', () => {
    const log = ticketed(found(['t1', accept]), 'k1', start + hour);
    log.add('incident.cancelled', { ticketId: 'k1', from: 'new', reason: 'x' }, { subject: 'k1' });
    expect(detection(log.state()).detectedPercent).toBe(0);
  });

  it('is a share in whole percent', () => {
    const log = ticketed(found(['t1', accept], ['t1', accept], ['t2', accept]), 'k1', start + minute);
    expect(detection(log.state())).toEqual({ recognised: 3, detectedPercent: 67, medianMinutes: 1 });
  });

  it('says the median of the first tickets, the lower of two in the middle', () => {
    const log = found(['t1', accept], ['t2', accept]);
    ticketed(log, 'k1', start + 90 * minute);
    ticketed(log, 'k2', start + 30 * minute);
    ticketed(log, 'k3', start + 5 * minute, { targetId: 't2' });
    expect(detection(log.state()).medianMinutes).toBe(5);
    submitted(log, 'c9', 'red-1', { targetId: 't1' });
    log.add('claim.decided', { claimId: 'c9', decision: accept, supersedes: null }, { actor: 'judge-1' });
    expect(detection(log.state())).toEqual({ recognised: 3, detectedPercent: 100, medianMinutes: 30 });
    // The longest of two waits comes last, whatever the order of the findings.
    expect(
      detection(
        ticketed(ticketed(found(['t2', accept], ['t1', accept]), 'k1', start + hour), 'k2', start, {
          targetId: 't2',
        }).state(),
      ).medianMinutes,
    ).toBe(0);
  });
});
