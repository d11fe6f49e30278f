import { drillAnnounce, drillWithdrawAnnouncement } from '../contract/run-sheet.ts';
import { announce, withdrawAnnouncement } from '../domain/drill/announce.ts';
import { drillCommand, entered, ok } from './drill-command.ts';

/** What the organisers tell, and take back. */
export const announceInDrill = drillCommand({
  operation: drillAnnounce,
  decide: (state, { body }) => announce(state, body),
  answer: entered,
});

export const withdrawDrillAnnouncement = drillCommand({
  operation: drillWithdrawAnnouncement,
  decide: (state, { body }) => withdrawAnnouncement(state, body.announcement, body.reason),
  answer: ok,
});
