import type { LoggedEvent } from '../event.ts';
import type { DrillState } from './state.ts';

export function applyLife(_state: DrillState, _event: LoggedEvent): void {}
