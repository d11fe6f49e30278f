import type { z } from 'zod';
import type { InformationSystemTable } from '#db/schema/registry.ts';
import type { systemCreate } from '../contract/systems.ts';
import type { SystemFacts } from '../domain/registry/events.ts';
import type { DossierStatus, PlanStatus, SystemStatus } from '../domain/registry/kinds.ts';
import { orNull } from './or-null.ts';

/** A form's fields as the facts of an event. */
export function systemFacts(body: z.output<(typeof systemCreate)['body']>): SystemFacts {
  const { dossier } = body;
  return {
    name: body.name,
    shortName: orNull(body.shortName),
    group: body.group,
    type: body.type,
    level: body.level,
    levelBasis: orNull(body.levelBasis),
    ownerId: body.ownerId,
    operatorId: body.operatorId,
    status: body.status,
    domains: body.domains,
    addresses: body.addresses,
    description: body.description,
    users: body.users,
    usersNote: orNull(body.usersNote),
    personalData: body.personalData,
    dossier: {
      status: dossier.status,
      decisionNumber: orNull(dossier.decisionNumber),
      decisionDate: dossier.decisionDate,
      decisionAuthority: orNull(dossier.decisionAuthority),
      approvalDue: dossier.approvalDue,
    },
    plan: body.plan,
    lastAssessedOn: body.lastAssessedOn,
    predecessors: body.predecessors,
    note: orNull(body.note),
  };
}

/** The facts that a row holds. */
export function factsOfRow(row: InformationSystemTable): SystemFacts {
  return {
    name: row.name,
    shortName: row.short_name,
    group: row.system_group,
    type: row.type,
    level: row.level,
    levelBasis: row.level_basis,
    ownerId: row.owner_id,
    operatorId: row.operator_id,
    status: row.status as SystemStatus,
    domains: textList(row.domains),
    addresses: textList(row.addresses),
    description: row.description,
    users: row.users,
    usersNote: row.users_note,
    personalData: row.personal_data === 1,
    dossier: {
      status: row.dossier_status as DossierStatus,
      decisionNumber: row.decision_number,
      decisionDate: row.decision_date,
      decisionAuthority: row.decision_authority,
      approvalDue: row.approval_due,
    },
    plan: { status: row.plan_status as PlanStatus, due: row.plan_due },
    lastAssessedOn: row.last_assessed_on,
    predecessors: textList(row.predecessors),
    note: row.note,
  };
}

export const textList = (json: string) => JSON.parse(json) as string[];
