import { sha256 } from '#api/kernel/ids.ts';
import { suggestedRules } from '#api/domain/drill/rules.ts';
import type { DrillStatus } from '#api/domain/drill/status.ts';
import type { NewEvent } from '#api/domain/event.ts';
import { samplePlan, teamFormed } from './drill-events.ts';
import { units } from './people.ts';

const hour = 3_600_000;
const steps: readonly [DrillStatus, NewEvent][] = [
  [
    'approved',
    {
      type: 'drill.approved',
      subject: null,
      payload: { decisionNumber: '01/QĐ-MẪU', decidedOn: '2026-11-01', fileId: null },
    },
  ],
  ['preparing', { type: 'drill.prepared', subject: null, payload: {} }],
  ['live', { type: 'drill.started', subject: null, payload: { durationMs: 12 * hour, freezeAfterMs: null } }],
  ['ended', { type: 'drill.ended', subject: null, payload: { reason: 'hết giờ' } }],
  ['judging', { type: 'drill.judging_opened', subject: null, payload: {} }],
  ['published', { type: 'drill.published', subject: null, payload: { prizes: [] } }],
];
const paused: NewEvent = { type: 'drill.paused', subject: null, payload: { reason: 'nghỉ' } };

/** What the log says about a drill with a team on each side that has come to `status`. */
export function drillIn(status: DrillStatus, now: number, boardCode = 'ABCD2345'): NewEvent[] {
  const begun: NewEvent[] = [
    {
      type: 'drill.drafted',
      subject: null,
      payload: { plan: samplePlan(now), phases: [], rules: suggestedRules, scenarioHash: null },
    },
    { type: 'drill.board_code_set', subject: null, payload: { codeHash: sha256(boardCode) } },
    teamFormed('team-red', 'red', { name: 'Đội Sao Khuê', organisationIds: [units.vendor] }),
    teamFormed('team-blue', 'blue', { name: 'Đội Lá Chắn', organisationIds: [units.department] }),
  ];
  if (status === 'draft') return begun;
  const reached = status === 'paused' ? 'live' : status;
  const way = steps.slice(0, steps.findIndex(([name]) => name === reached) + 1).map(([, event]) => event);
  return [...begun, ...way, ...(status === 'paused' ? [paused] : [])];
}
