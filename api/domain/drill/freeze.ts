import type { EventType, LoggedEvent } from '../event.ts';
import { isAnnouncement } from './announcement.ts';
import { isFrozen } from './clock.ts';
import { applyDrill, initialDrill } from './fold.ts';
import type { Claim, DrillState } from './state.ts';
import { standing } from './apply-claims.ts';

/**
 * A drill as the hall sees it: the same fold over the same log, but what the judges do after the freeze waits. Nothing else may be shown
 * to anyone but control and judges, so that there is one place where a frozen score could leak, and it is this.
 */
export interface PublicView {
  shown: DrillState;
  /** Rises by one with every event that anyone can see on the board: the only version number that may leave the server. */
  version: number;
  /** The last entry of the log up to which nothing is held back: the one a public checkpoint may name. */
  horizon: number;
  /** What the defence wrote since the board last moved: the share of findings it detected must not tell of a ticket by its timing. */
  waiting: LoggedEvent[];
  /** Since the freeze: the drill as it was, and all that was logged after. */
  held: { base: DrillState; since: LoggedEvent[] } | null;
}

/** The public view of a drill before its first event. */
export function initialPublic(id: string): PublicView {
  return { shown: initialDrill(id), version: 0, horizon: 0, waiting: [], held: null };
}

/** Brings the public view forward by one event. */
export function applyPublic(view: PublicView, event: LoggedEvent): PublicView {
  if (view.held === null && isFrozen(view.shown, event.at) && event.type !== 'board.unfrozen')
    view.held = { base: structuredClone(view.shown), since: view.waiting.splice(0) };
  const { held } = view;
  if (held === null) return applyOpen(view, event);
  held.since.push(event);
  if (event.type === 'board.unfrozen') {
    view.shown = held.since.reduce(applyDrill, held.base);
    view.held = null;
    view.horizon = event.seq;
  } else if (
    event.type === 'board.reveal_stepped' ||
    (!isAdjudication(event.type) && event.type !== 'drill.published')
  ) {
    applyDrill(view.shown, event);
    if (event.type === 'board.reveal_stepped') view.shown = replay(held, view.shown.freeze.revealed);
  } else if (isRevealed(view.shown.freeze.revealed, event, held)) {
    view.shown = replay(held, view.shown.freeze.revealed);
  } else return view;
  if (isAdjudication(event.type) || onBoard(event)) view.version += 1;
  return view;
}

/** While nothing is frozen: everything but tickets at once, those with the next event that moves the board. */
function applyOpen(view: PublicView, event: LoggedEvent): PublicView {
  view.horizon = event.seq;
  if (event.type.startsWith('incident.')) {
    view.waiting.push(event);
    return view;
  }
  const lines = view.shown.ledger.length;
  applyDrill(view.shown, event);
  const moved = isAdjudication(event.type) ? view.shown.ledger.length !== lines : onBoard(event);
  if (!moved) return view;
  const { seq, at } = view.shown;
  for (const ticket of view.waiting.splice(0)) applyDrill(view.shown, ticket);
  Object.assign(view.shown, { seq, at });
  view.version += 1;
  return view;
}

/** What the organisers do that a board shows; a word to one side, a seat or a line of the start gate is none of it. */
function onBoard(event: LoggedEvent): boolean {
  const { type } = event;
  if (isAnnouncement(event)) return event.payload.audience === 'hall';
  return !offBoard.has(type) && !type.startsWith('gate.');
}

const offBoard: ReadonlySet<EventType> = new Set([
  'drill.inject_delivered',
  'drill.inject_recalled',
  'drill.inject_skipped',
  'drill.inject_restored',
  'drill.injects_shifted',
  'drill.seat_given',
  'drill.seat_taken_away',
  'drill.board_code_set',
  'drill.start_refused',
  'drill.target_added',
  'drill.target_removed',
  'team.addresses_set',
  'team.invited',
  'team.invitation_revoked',
  'team.rules_accepted',
  'team.pledge_signed',
]);

/** The fold of the public view, for whoever keeps folds by stream. */
export const publicDrillFold = {
  prefix: 'drill:',
  initial: (stream: string): PublicView => initialPublic(stream.slice('drill:'.length)),
  apply: applyPublic,
};

/** Whether public scores stand still, at `at`; once they do, only unfreezing moves them. */
export function boardFrozen(view: PublicView, at: number): boolean {
  return view.held !== null || isFrozen(view.shown, at);
}

/** Findings, tickets, marks and points wait while the board is frozen; the drill itself goes on in public. */
export function isAdjudication(type: EventType): boolean {
  return (
    type.startsWith('claim.') || type.startsWith('incident.') || type === 'ticket.graded' || type === 'score.adjusted'
  );
}

/** The frozen drill with the events of the revealed teams let through, in the order in which they happened. */
function replay(held: NonNullable<PublicView['held']>, revealed: readonly string[]): DrillState {
  const owner = owners(held.since, held.base);
  return held.since
    .filter((event) => !isAdjudication(event.type) || revealed.includes(owner(event) ?? ''))
    .reduce(applyDrill, structuredClone(held.base));
}

/** Looks through all that is held back, so it first asks whether any team has been revealed at all. */
function isRevealed(revealed: readonly string[], event: LoggedEvent, held: NonNullable<PublicView['held']>): boolean {
  return revealed.length > 0 && revealed.includes(owners(held.since, held.base)(event) ?? '');
}

/** Which team an adjudication event is about. */
function owners(since: readonly LoggedEvent[], base: DrillState): (event: LoggedEvent) => string | null {
  const drafted = new Map<string, string>();
  for (const { payload } of since)
    if ('teamId' in payload && typeof payload.teamId === 'string')
      for (const key of ['claimId', 'ticketId'])
        if (key in payload) drafted.set(String((payload as Record<string, unknown>)[key]), payload.teamId);
  return ({ payload, subject }) => {
    if ('teamId' in payload && typeof payload.teamId === 'string') return payload.teamId;
    const id = 'claimId' in payload ? payload.claimId : (subject ?? '');
    return base.claims.get(id)?.teamId ?? drafted.get(id) ?? null;
  };
}

/**
 * A claim as its own team may see it: what the team did is current, what was decided about it is as public as the board.
 * `shown` is the same claim in the public view, absent if it was drafted after the freeze.
 */
export function asTeamSees(claim: Claim, shown: Claim | undefined): Claim {
  const adjudicated = {
    decisions: shown?.decisions ?? [],
    provisional: shown?.provisional ?? null,
    points: shown?.points ?? 0,
    bonus: shown?.bonus ?? 0,
  };
  const seen = { ...claim, ...adjudicated, hold: null };
  return { ...seen, status: standing(seen) };
}
