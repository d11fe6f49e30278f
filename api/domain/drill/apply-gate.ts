import type { LoggedEvent } from '../event.ts';
import type { DrillState, GateRecord } from './state.ts';

/** What the events of the start gate do: the newest record of a line counts. */
export function applyGate(state: DrillState, event: LoggedEvent): void {
  switch (event.type) {
    case 'gate.item_recorded':
      put(state, { ...event.payload, by: event.actor, at: event.at, overrideReason: null });
      break;
    case 'gate.item_overridden': {
      const { item, targetId, reason } = event.payload;
      put(state, {
        item,
        targetId,
        by: event.actor,
        at: event.at,
        reference: '',
        on: '',
        fileId: null,
        note: '',
        overrideReason: reason,
      });
      break;
    }
    case 'drill.document_added':
      state.documents.set(event.payload.documentId, event.payload.name);
      break;
    case 'gate.item_withdrawn':
      drop(state, event.payload.item, event.payload.targetId);
      break;
    case 'drill.target_removed':
      state.gate = state.gate.filter((record) => record.targetId !== event.payload.targetId);
      break;
  }
}

function put(state: DrillState, record: GateRecord): void {
  drop(state, record.item, record.targetId);
  state.gate.push(record);
}

function drop(state: DrillState, item: GateRecord['item'], targetId: string | null): void {
  state.gate = state.gate.filter((record) => record.item !== item || record.targetId !== targetId);
}
