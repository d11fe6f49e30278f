/** Life of a drill: nháp → đã phê duyệt → chuẩn bị → đang diễn ra ⇄ tạm dừng → kết thúc → chấm điểm → công bố. */
export const drillStatuses = ['draft', 'approved', 'preparing', 'live', 'paused', 'ended', 'judging', 'published'] as const;
export type DrillStatus = (typeof drillStatuses)[number];

/** The only steps there are: from which statuses each act may be taken, and where it leads. */
export const lifeActs = {
  approve: { from: ['draft'], to: 'approved' },
  prepare: { from: ['approved'], to: 'preparing' },
  start: { from: ['preparing'], to: 'live' },
  pause: { from: ['live'], to: 'paused' },
  resume: { from: ['paused'], to: 'live' },
  extend: { from: ['live', 'paused'], to: 'live' },
  end: { from: ['live', 'paused'], to: 'ended' },
  open_judging: { from: ['ended'], to: 'judging' },
  publish: { from: ['judging'], to: 'published' },
} as const satisfies Record<string, { from: readonly DrillStatus[]; to: DrillStatus }>;
export type LifeAct = keyof typeof lifeActs;

/** Statuses in which the plan, the targets and the point table may still change. */
export const beforeStart = ['draft', 'approved', 'preparing'] as const satisfies readonly DrillStatus[];
/** Statuses in which the drill is being played. */
export const inPlay = ['live', 'paused'] as const satisfies readonly DrillStatus[];

/** Whether a drill in `status` may take the step. */
export function mayAct(status: DrillStatus, act: LifeAct): boolean {
  return lifeActs[act].from.some((from) => from === status);
}
