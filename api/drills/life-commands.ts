import {
  drillEnd,
  drillExtend,
  drillOpenJudging,
  drillPause,
  drillPrepare,
  drillResume,
  drillStart,
  drillUndoExtension,
} from '../contract/drill-life.ts';
import { end, extend, openJudging, pause, prepare, resume, start, undoExtension } from '../domain/drill/life.ts';
import { drillCommand, entered, ok } from './drill-command.ts';
import { checkpointJobs, tickJobs } from './tick.ts';

/** The steps of a drill's life: each names its rule. */
export const prepareDrill = drillCommand({ operation: drillPrepare, decide: prepare, answer: ok });

export const startDrill = drillCommand({
  operation: drillStart,
  decide: start,
  jobs: (events) => [...tickJobs(events), ...checkpointJobs(events)],
  answer: (events) => {
    const refused = events.find((event) => event.type === 'drill.start_refused');
    return {
      started: !refused,
      code: refused ? ('gate.incomplete' as const) : null,
      missing: refused?.payload.missing ?? [],
    };
  },
});

export const pauseDrill = drillCommand({
  operation: drillPause,
  decide: (state, { body, call }) => pause(state, body.reason, call.at),
  answer: ok,
});

export const resumeDrill = drillCommand({
  operation: drillResume,
  decide: (state, { body }) => resume(state, body.reason),
  jobs: tickJobs,
  answer: ok,
});

export const extendDrill = drillCommand({
  operation: drillExtend,
  decide: (state, { body, call }) => extend(state, body.minutes * 60_000, body.reason, call.at),
  answer: entered,
});

export const undoDrillExtension = drillCommand({
  operation: drillUndoExtension,
  decide: (state, { body, call }) => undoExtension(state, body.extension, body.reason, call.at),
  jobs: tickJobs,
  answer: ok,
});

export const endDrill = drillCommand({
  operation: drillEnd,
  decide: (state, { body }) => end(state, body.reason),
  jobs: checkpointJobs,
  answer: ok,
});

export const openDrillJudging = drillCommand({ operation: drillOpenJudging, decide: openJudging, answer: ok });
