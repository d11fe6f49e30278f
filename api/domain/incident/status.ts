/** Life of a ticket: mới → đã tiếp nhận → đang xử lý → đã khoanh vùng → đã khắc phục → đã đóng; or hủy, hoặc gộp vào phiếu khác. */
export const ticketStatuses = [
  'new',
  'acknowledged',
  'in_progress',
  'contained',
  'resolved',
  'closed',
  'cancelled',
  'merged',
] as const;
export type TicketStatus = (typeof ticketStatuses)[number];

/** Statuses in which somebody still has to act. TT 20/2017 Đ9.2.b: khắc phục xong chưa phải là kết thúc. */
export const openStatuses = [
  'new',
  'acknowledged',
  'in_progress',
  'contained',
  'resolved',
] as const satisfies readonly TicketStatus[];

/** Whether somebody still has to act on it. */
export function isOpen(status: TicketStatus): boolean {
  return openStatuses.some((open) => open === status);
}

const leave = ['cancelled', 'merged'] as const;

/** Every step there is. Going back to `in_progress` is a reopening and needs a reason (TT 20/2017 Đ11: chưa ổn định thì quay lại). */
export const steps: Readonly<Record<TicketStatus, readonly TicketStatus[]>> = {
  new: ['acknowledged', ...leave],
  acknowledged: ['in_progress', ...leave],
  in_progress: ['contained', ...leave],
  contained: ['resolved', 'in_progress', ...leave],
  resolved: ['closed', 'in_progress', ...leave],
  closed: ['in_progress'],
  cancelled: ['in_progress'],
  merged: ['in_progress'],
};

/** Whether the step goes back, and so must say why. */
export function isReopening(from: TicketStatus, to: TicketStatus): boolean {
  return to === 'in_progress' && from !== 'acknowledged';
}
