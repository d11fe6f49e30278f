import type { Trx } from '#db/schema.ts';
import type { LoggedEvent } from '../domain/event.ts';
import { lastAbout } from '../kernel/blank-entry.ts';
import type { Projector } from '../kernel/kernel.ts';

async function findingAgain(trx: Trx, event: LoggedEvent<'claim.drafted' | 'claim.revised'>): Promise<void> {
  const last = await lastAbout(trx, event, ['claim.drafted', 'claim.revised']);
  const { title, fixNow, fixLong } = (last ?? event).payload.finding;
  await trx
    .updateTable('remediation')
    .set({ title, fix_now: fixNow, fix_long: fixLong })
    .where('claim_id', '=', event.payload.claimId)
    .execute();
}

async function noteAgain(trx: Trx, event: LoggedEvent<'remediation.fixed' | 'remediation.retested'>): Promise<void> {
  const last = await lastAbout(trx, event, ['remediation.fixed', 'remediation.retested']);
  const { note, claimId } = (last ?? event).payload;
  await trx.updateTable('remediation').set({ note }).where('claim_id', '=', claimId).execute();
}

export const blankedFindings: Projector = {
  /** A finding made before its target was there bears no name of it. */
  'drill.target_added': async (trx, { stream, payload: { target } }) => {
    await trx
      .updateTable('remediation')
      .set({ target_name: target.name })
      .where('drill_id', '=', stream.slice('drill:'.length))
      .where('target_id', '=', target.id)
      .where('target_name', '!=', '')
      .execute();
  },
  'claim.drafted': findingAgain,
  'claim.revised': findingAgain,
  'remediation.fixed': noteAgain,
  'remediation.retested': noteAgain,
};
