import type { Trx } from '#db/schema.ts';
import type { EventTable } from '#db/schema/kernel.ts';
import { blankedAccounts } from '../auth/project-blanked.ts';
import type { LoggedEvent } from '../domain/event.ts';
import type { Held } from '../domain/redaction.ts';
import { blankedDrills } from '../drills/project-blanked.ts';
import { blankedEvidence } from '../evidence/project-blanked.ts';
import { blankedTickets } from '../incidents/project-blanked.ts';
import { blankEntry } from '../kernel/blank-entry.ts';
import { project } from '../kernel/kernel.ts';
import { toEvent } from '../kernel/log.ts';
import { blankedFindings } from '../posture/project-blanked.ts';
import { blankedRegistry } from '../registry/project-blanked.ts';

/** They bring rows that copied a text to what a replay of the log as it now stands would give. */
const copies = [blankedAccounts, blankedRegistry, blankedDrills, blankedEvidence, blankedTickets, blankedFindings];

/** Does what the redactions among `events` say, in the transaction that logs them: the entries first, then the copies of their texts. */
export async function blankEntries(trx: Trx, events: readonly LoggedEvent[]): Promise<void> {
  for (const event of events) {
    if (event.type !== 'event.redacted') continue;
    for (const { seq, rest } of event.payload.entries) await blankEntry(trx, event.stream, seq, rest);
    for (const { seq } of event.payload.entries) {
      const row = await entryAt(trx, event.stream, seq);
      if (row) await project(copies, trx, toEvent(row));
    }
  }
}

export async function entryAt(trx: Trx, stream: string, seq: number): Promise<EventTable | undefined> {
  return trx.selectFrom('event').selectAll().where('stream', '=', stream).where('seq', '=', seq).executeTakeFirst();
}

/** An entry as the rules of redaction look at it. */
export function held({ seq, type, subject, payload, salt }: EventTable): Held {
  return { seq, type, subject, payload: JSON.parse(payload) as unknown, redacted: salt === null };
}
