import { drillRead } from '../contract/drill-views.ts';
import type { OutputOf } from '../contract/operation.ts';
import { refuseUnaccepted } from '../domain/drill/acceptance.ts';
import {
  targetsRevealAt,
  currentPhase,
  drillEndsAt,
  elapsed,
  frozenSince,
  isRunning,
  remaining,
} from '../domain/drill/clock.ts';
import { memberDone } from '../domain/drill/gate.ts';
import type { DrillState } from '../domain/drill/state.ts';
import { mayAct } from '../domain/drill/status.ts';
import { mayHear, mayKnowTargets, mayReadPapers } from '../domain/visibility.ts';
import { query } from '../kernel/query.ts';
import { seenBy, targetsRevealed } from './audience.ts';
import type { Seen } from './audience.ts';

type View = OutputOf<typeof drillRead>;

export const readDrillView = query({
  operation: drillRead,
  run: async ({ params, actor, call }, kernel): Promise<View> => {
    const seen = await seenBy(kernel, actor, params.drill);
    const { state, viewer } = seen;
    const { plan } = state;
    // How long the log has grown tells of findings and decisions: while the drill lasts that is for control and judges.
    const open = viewer === 'control' || viewer === 'judge' || state.status === 'published';
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
      // To the pages whoever oversees the host watches like an observer; what he may read besides is in the answer.
      audience: viewer === 'overseer' ? 'observer' : viewer,
      name,
      theme,
      hostOrganisationId,
      startsAt,
      endsAt,
      freezeMinutes,
      // Whoever knows the scenario knows the situations yet to come.
      scenarioId: mayReadPapers(viewer) ? scenarioId : null,
      objectives,
      rulesText,
      rulesHash,
      emergencyContact,
      decision: state.decision && { ...state.decision, fileId: mayReadPapers(viewer) ? state.decision.fileId : null },
      revision: state.revision,
      phases: state.phases,
      scoring: state.rules,
      clock: clockFace(state, call.at),
      extension: viewer === 'control' ? undoableExtension(state, call.at) : null,
      targets: targetsFor(seen, call.at),
      announcements: state.announcements
        .filter(({ audience: to }) => mayHear(viewer, to))
        .map(({ seq, at, text, audience: to, mustRead, withdrawn }, i) => ({
          seq: open ? seq : i + 1,
          at,
          text,
          audience: to,
          mustRead,
          withdrawn,
        })),
      injects: injectsFor(seen),
      runSheet: viewer === 'control' ? runSheetOf(state) : null,
      pause: state.pause,
      me: meOf(state, actor.id),
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

function targetsFor({ state, viewer, teamId }: Seen, at: number): View['targets'] {
  const all = [...state.targets.values()];
  const own = state.teams.get(teamId ?? '')?.targetIds ?? [];
  const mine = own.length === 0 ? all : all.filter(({ id }) => own.includes(id));
  const items = mayKnowTargets(viewer, targetsRevealed(state, at)) ? mine : null;
  return { count: mine.length, revealAt: targetsRevealAt(state), items };
}

/** The last extension, as long as the end it had moved is still to come. */
function undoableExtension(state: DrillState, at: number): View['extension'] {
  const last = state.extensions.at(-1);
  return last && mayAct(state.status, 'extend') && remaining(state, at) > last.byMs ? last : null;
}

/** Players get what was handed to their own team, without learning who else got it. */
function injectsFor({ state, viewer, teamId }: Seen): View['injects'] {
  if (viewer === 'control' || viewer === 'judge') return state.injects;
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

function meOf(state: DrillState, accountId: string): View['me'] {
  const member = state.members.get(accountId);
  if (!member) return null;
  return {
    teamId: member.teamId,
    captain: member.captain,
    rulesAccepted: memberDone(state, member, 'rules_accepted'),
    pledged: memberDone(state, member, 'pledge_signed'),
    mayAct: refuseUnaccepted(state, accountId) === null,
  };
}
