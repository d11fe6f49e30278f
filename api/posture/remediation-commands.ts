import type { Read, Trx } from '#db/schema.ts';
import { remediationFix, remediationRetest, remediationSchedule } from '../contract/remediation.ts';
import { seatsIn } from '../domain/actor.ts';
import type { Actor, OrganisationRole } from '../domain/actor.ts';
import { fix, retest } from '../domain/posture/remediation.ts';
import type { Remediation, RemediationStatus } from '../domain/posture/remediation.ts';
import { Refusal, refuse } from '../domain/refusal.ts';
import type { NewEvent } from '../domain/event.ts';
import { incidentStream } from '../incidents/ticket-command.ts';
import { command } from '../kernel/command.ts';
import { covers } from './access.ts';

export const scheduleRemediation = command({
  operation: remediationSchedule,
  prepare: ({ params }, kernel) => streamOf(kernel.db.read, params.claim),
  stream: (_args, stream) => stream,
  load: (trx, { params, actor }) => reachable(trx, params.claim, actor, ['officer', 'head'], false),
  decide: ({ claimId }, { body }) => [
    { type: 'remediation.scheduled', subject: claimId, payload: { claimId, dueAt: body.dueAt } },
  ],
  answer: () => ({ ok: true as const }),
});

export const fixRemediation = command({
  operation: remediationFix,
  prepare: ({ params }, kernel) => streamOf(kernel.db.read, params.claim),
  stream: (_args, stream) => stream,
  load: (trx, { params, actor }) => reachable(trx, params.claim, actor, ['officer'], false),
  decide: (remediation, { body }) => listed(fix(remediation, body.note)),
  answer: () => ({ ok: true as const }),
});

export const retestRemediation = command({
  operation: remediationRetest,
  prepare: ({ params }, kernel) => streamOf(kernel.db.read, params.claim),
  stream: (_args, stream) => stream,
  load: (trx, { params, actor }) => reachable(trx, params.claim, actor, ['officer'], true),
  decide: (remediation, { body, actor }) => listed(retest(remediation, actor.id, body.passed, body.note)),
  answer: () => ({ ok: true as const }),
});

const listed = (decided: NewEvent | Refusal) => (decided instanceof Refusal ? decided : [decided]);
const shown = ['open', 'fixed', 'retested'];

async function streamOf(read: Read, claimId: string): Promise<string> {
  const row = await read
    .selectFrom('remediation')
    .select('organisation_id')
    .where('claim_id', '=', claimId)
    .where('status', 'in', shown)
    .executeTakeFirst();
  if (!row) throw refuse('not_found');
  return incidentStream(row.organisation_id);
}

async function reachable(
  trx: Trx,
  claimId: string,
  actor: Actor,
  roles: readonly OrganisationRole[],
  control: boolean,
): Promise<Remediation> {
  const row = await trx
    .selectFrom('remediation')
    .select(['drill_id', 'organisation_id', 'status', 'fixed_by'])
    .where('claim_id', '=', claimId)
    .where('status', 'in', shown)
    .executeTakeFirst();
  const runs = row && control && seatsIn(actor, row.drill_id).some((seat) => seat.role === 'control');
  if (!row || !(runs || (await covers(trx, actor, roles, row.organisation_id)))) throw refuse('not_found');
  return { claimId, status: row.status as RemediationStatus, fixedBy: row.fixed_by };
}
