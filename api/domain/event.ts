import type { SystemEvents } from './system/events.ts';
import type { RegistryEvents } from './registry/events.ts';
import type { DrillEvents } from './drill/events.ts';
import type { IncidentEvents } from './incident/events.ts';

/** Every event type with the shape of its payload; each area declares its own. */
export type EventPayloads = SystemEvents & RegistryEvents & DrillEvents & IncidentEvents;
export type EventType = keyof EventPayloads;

/** What `decide` answers: something that happened, not yet in the log. `occurredAt` (ms) defaults to the time of recording. */
export type NewEvent<T extends EventType = EventType> = {
  [K in T]: { type: K; subject: string | null; payload: EventPayloads[K]; occurredAt?: number };
}[T];

/** An entry of the log. `at` (ms) is when it was recorded and never goes backwards within a stream. */
export type LoggedEvent<T extends EventType = EventType> = {
  [K in T]: {
    stream: string;
    seq: number;
    type: K;
    subject: string | null;
    actor: string;
    at: number;
    occurredAt: number;
    payload: EventPayloads[K];
    /** Its texts were blanked later: `payload` is what was left. */
    redacted?: true;
  };
}[T];
