import { gateOverride, gateRecord, gateWithdraw } from '../contract/gate.ts';
import { overrideItem, recordItem, withdrawItem } from '../domain/drill/gate.ts';
import { outsideOf } from '../domain/drill/life.ts';
import { beforeStart } from '../domain/drill/status.ts';
import { drillCommand, ok } from './drill-command.ts';

/** What is put on record for the start gate, taken back, or waived on a named person's reason. */
export const recordGateItem = drillCommand({
  operation: gateRecord,
  decide: (state, { body }) => outsideOf(state, beforeStart) ?? recordItem(state, body),
  answer: ok,
});

export const withdrawGateItem = drillCommand({
  operation: gateWithdraw,
  decide: (state, { body }) => outsideOf(state, beforeStart) ?? withdrawItem(state, body),
  answer: ok,
});

export const overrideGateItem = drillCommand({
  operation: gateOverride,
  decide: (state, { body }) => outsideOf(state, beforeStart) ?? overrideItem(state, body),
  answer: ok,
});
