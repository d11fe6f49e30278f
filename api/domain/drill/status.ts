/** Life of a drill: nháp → đã phê duyệt → chuẩn bị → đang diễn ra ⇄ tạm dừng → kết thúc → chấm điểm → công bố. */
export const drillStatuses = [
  'draft',
  'approved',
  'preparing',
  'live',
  'paused',
  'ended',
  'judging',
  'published',
] as const;
export type DrillStatus = (typeof drillStatuses)[number];

/** The only steps there are: the statuses from which each act may be taken. */
export const lifeActs = {
  approve: ['draft'],
  prepare: ['approved'],
  start: ['preparing'],
  pause: ['live'],
  resume: ['paused'],
  extend: ['live', 'paused'],
  end: ['live', 'paused'],
  open_judging: ['ended'],
  publish: ['judging'],
} as const satisfies Record<string, readonly DrillStatus[]>;
export type LifeAct = keyof typeof lifeActs;

/** Statuses in which the plan, the targets and the point table may still change. */
export const beforeStart = ['draft', 'approved', 'preparing'] as const satisfies readonly DrillStatus[];
/** Statuses in which the drill is being played. */
export const inPlay = ['live', 'paused'] as const satisfies readonly DrillStatus[];

/** Whether a drill in `status` may take the step. */
export function mayAct(status: DrillStatus, act: LifeAct): boolean {
  return lifeActs[act].some((from) => from === status);
}
