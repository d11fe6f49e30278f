import type { drill as source } from '../vi/drill.ts';
import type { Words } from '../words.ts';

export const drill: Words<typeof source> = {
  title: 'Drills',
  rooms: 'Rooms of the drill',
  tabs: {
    overview: 'Overview',
    control: 'Control',
    plan: 'Plan',
    teams: 'Teams and members',
    claims: 'Findings',
    tickets: 'Tickets',
    judge: 'Judging room',
    board: 'Scoreboard',
    replay: 'Replay',
    results: 'Results',
    log: 'Log',
  },
  status: {
    draft: 'Draft',
    approved: 'Approved',
    preparing: 'Preparing',
    live: 'Live',
    paused: 'Paused',
    ended: 'Ended',
    judging: 'Judging',
    published: 'Published',
  },
  state: 'Status',
  startsAt: 'Starts at',
  left: 'Left',
  clockStopped: 'Clock stopped, left',
};
