import { targetAdd, targetRemove } from '../contract/drills.ts';
import { addTarget, removeTarget } from '../domain/drill/life.ts';
import { drillCommand, ok } from './drill-command.ts';

export const addDrillTarget = drillCommand({
  operation: targetAdd,
  decide: (state, { body, call }) => addTarget(state, { id: call.id, ...body }),
  answer: (_events, { call }) => ({ id: call.id }),
});

export const removeDrillTarget = drillCommand({
  operation: targetRemove,
  decide: (state, { params }) => removeTarget(state, params.target),
  answer: ok,
});
