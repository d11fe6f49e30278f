import type { Trx } from '#db/schema.ts';
import type { LoggedEvent } from '../domain/event.ts';
import { eventsAfter } from '../kernel/log.ts';
import type { Projector } from '../kernel/kernel.ts';
import { planTexts } from './project.ts';

const drillOf = ({ stream }: LoggedEvent) => stream.slice('drill:'.length);

/** What the last plan says in words; when it begins and ends has moved since. */
async function planAgain(trx: Trx, event: LoggedEvent<'drill.drafted' | 'drill.replanned'>): Promise<void> {
  let { plan } = event.payload;
  for await (const events of eventsAfter(trx, event.stream, event.seq))
    for (const later of events) if (later.type === 'drill.replanned') ({ plan } = later.payload);
  await trx.updateTable('drill').set(planTexts(plan)).where('id', '=', drillOf(event)).execute();
}

export const blankedDrills: Projector = {
  'drill.drafted': planAgain,
  'drill.replanned': planAgain,
  'drill.target_added': async (trx, event) => {
    const { id, name } = event.payload.target;
    await trx
      .updateTable('drill_target')
      .set({ name })
      .where('drill_id', '=', drillOf(event))
      .where('target_id', '=', id)
      .execute();
  },
};
