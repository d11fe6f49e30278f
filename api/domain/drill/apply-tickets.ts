import type { LoggedEvent } from '../event.ts';
import type { DrillState } from './state.ts';

export function applyTickets(_state: DrillState, _event: LoggedEvent): void {}
