import type { LoggedEvent } from '../event.ts';
import type { DrillState } from './state.ts';

export function applyClaims(_state: DrillState, _event: LoggedEvent): void {}
