import { drillRead } from '../contract/drill-views.ts';
import type { OutputOf } from '../contract/operation.ts';
import { isAddressed } from '../domain/drill/announcement.ts';
import {
  targetsRevealAt,
  currentPhase,
  drillEndsAt,
  elapsed,
  frozenSince,
  isRunning,
  remaining,
} from '../domain/drill/clock.ts';
import type { DrillState, Member } from '../domain/drill/state.ts';
import { query } from '../kernel/query.ts';
import { seenBy, targetsRevealed } from './audience.ts';
import type { Seen } from './audience.ts';

type View = OutputOf<typeof drillRead>;

export const readDrillView = query({
  operation: drillRead,
  run: async ({ params, actor, call }, kernel): Promise<View> => {
    const seen = await seenBy(kernel, actor, params.drill);
    const { state, audience } = seen;
    const { plan } = state;
    // How long the log has grown tells of findings and decisions: while the drill lasts that is for control and judges.
    const open = audience === 'control' || audience === 'judge' || state.status === 'published';
    const {
      name,
      theme,
      hostOrganisationId,
      scenarioId,
      startsAt,
      endsAt,
      freezeMinutes,
      objectives,
      rulesText,
      rulesHash,
      emergencyContact,
    } = plan;
    return {
      id: state.id,
      status: state.status,
      audience,
      name,
      theme,
      hostOrganisationId,
      startsAt,
      endsAt,
      freezeMinutes,
      // Whoever knows the scenario knows the situations yet to come.
      scenarioId: watches(audience) ? scenarioId : null,
      objectives,
      rulesText,
      rulesHash,
      emergencyContact,
      decision: state.decision,
      phases: state.phases,
      scoring: state.rules,
      clock: clockFace(state, call.at),
      targets: targetsFor(seen, call.at),
      announcements: state.announcements
        .filter(({ audience: to }) => isAddressed(to, audience) || watches(audience))
        .map(({ seq, at, text, audience: to, mustRead }, i) => ({
          seq: open ? seq : i + 1,
          at,
          text,
          audience: to,
          mustRead,
        })),
      injects: injectsFor(seen),
      runSheet: audience === 'control' ? runSheetOf(state) : null,
      pause: state.pause,
      me: meOf(state.members.get(actor.id), rulesHash),
      seq: open ? state.seq : 0,
    };
  },
});

/** What the drill clock shows at `now`. */
export function clockFace(state: DrillState, now: number): View['clock'] {
  const started = state.running.length > 0;
  const planned = state.plan.endsAt - state.plan.startsAt;
  return {
    now,
    running: isRunning(state, now),
    elapsedMs: elapsed(state, now),
    remainingMs: started ? remaining(state, now) : planned,
    durationMs: started ? state.durationMs : planned,
    endsAt: drillEndsAt(state, now),
    phaseId: currentPhase(state, now)?.id ?? null,
    frozenSince: frozenSince(state, now),
  };
}

function watches(audience: View['audience']): boolean {
  return audience === 'control' || audience === 'judge' || audience === 'observer';
}

function targetsFor({ state, audience, teamId }: Seen, at: number): View['targets'] {
  const all = [...state.targets.values()];
  const own = state.teams.get(teamId ?? '')?.targetIds ?? [];
  const mine = own.length === 0 ? all : all.filter(({ id }) => own.includes(id));
  const revealAt = targetsRevealAt(state);
  if (watches(audience)) return { count: all.length, revealAt, items: all };
  if (audience === 'blue') return { count: mine.length, revealAt, items: mine };
  return { count: mine.length, revealAt, items: targetsRevealed(state, at) ? mine : null };
}

/** Players get what was handed to their own team, without learning who else got it. */
function injectsFor({ state, audience, teamId }: Seen): View['injects'] {
  if (watches(audience)) return audience === 'observer' ? [] : state.injects;
  return state.injects
    .filter(({ teamIds }) => teamId !== null && teamIds.includes(teamId))
    .map((inject, i) => ({
      ...inject,
      ...(inject.recalledAt !== null && { injectId: '', title: '', text: '' }),
      seq: i + 1,
      teamIds: teamId === null ? [] : [teamId],
    }));
}

function runSheetOf({ runSheet: { shiftMs, skipped } }: DrillState): View['runSheet'] {
  return { shiftMs, skipped: [...skipped].map(([injectId, at]) => ({ injectId, at })) };
}

function meOf(member: Member | undefined, rulesHash: string): View['me'] {
  if (!member) return null;
  const { teamId, captain, rulesAcceptedHash, pledgedAt } = member;
  return { teamId, captain, rulesAccepted: rulesAcceptedHash === rulesHash, pledged: pledgedAt !== null };
}
