/** Life of a drill: nháp → đã phê duyệt → chuẩn bị → đang diễn ra ⇄ tạm dừng → kết thúc → chấm điểm → công bố. */
export const drillStatuses = ['draft', 'approved', 'preparing', 'live', 'paused', 'ended', 'judging', 'published'] as const;
export type DrillStatus = (typeof drillStatuses)[number];
