import type { systemCreate, systemRead } from '#api/contract/systems.ts';
import type { OutputOf, RequestOf } from '#api/contract/operation.ts';
import type { DossierStatus, PlanStatus, SystemGroup, SystemStatus } from '#api/domain/registry/kinds.ts';
import { parseNumber } from '#web/numbers.ts';
import type { Locale } from '#web/session/preferences.ts';

type System = OutputOf<typeof systemRead>;
type Body = RequestOf<typeof systemCreate>['body'];
export type SystemForm = ReturnType<typeof formOf>;

/** What the form holds: texts as typed, days as yyyy-MM-dd, lists one per line. */
export function formOf(system: System | null, owner: { id: string; name: string } | null) {
  return {
    name: system?.name ?? '',
    shortName: system?.shortName ?? '',
    group: system?.group ?? ('internal' as SystemGroup),
    type: system?.type ?? '',
    level: system?.level ? String(system.level) : '',
    levelBasis: system?.levelBasis ?? '',
    ownerId: system?.owner.id ?? owner?.id ?? '',
    operatorId: system?.operator.id ?? owner?.id ?? '',
    status: (system?.status ?? 'operating') as SystemStatus,
    domains: (system?.domains ?? []).join('\n'),
    addresses: (system?.addresses ?? []).join('\n'),
    description: system?.description ?? '',
    users: system?.users == null ? '' : String(system.users),
    usersNote: system?.usersNote ?? '',
    personalData: system?.personalData ?? false,
    dossierStatus: system?.dossier.status ?? ('none' as DossierStatus),
    decisionNumber: system?.dossier.decisionNumber ?? '',
    decisionDate: system?.dossier.decisionDate ?? null,
    decisionAuthority: system?.dossier.decisionAuthority ?? '',
    approvalDue: system?.dossier.approvalDue ?? null,
    planStatus: system?.plan.status ?? ('none' as PlanStatus),
    planDue: system?.plan.due ?? null,
    lastAssessedOn: system?.lastAssessedOn ?? null,
    note: system?.note ?? '',
  };
}

const lines = (text: string) =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean);

/** The form as the operation wants it; a number of users that is none becomes -1, which the operation refuses by its field. */
export function bodyOf(form: SystemForm, system: System | null, locale: Locale): Body {
  const { dossierStatus, decisionNumber, decisionDate, decisionAuthority, approvalDue, planStatus, planDue, ...rest } =
    form;
  return {
    ...rest,
    status: form.status as 'operating',
    level: form.level === '' ? null : Number(form.level),
    users: form.users.trim() === '' ? null : (parseNumber(form.users, locale) ?? -1),
    domains: lines(form.domains),
    addresses: lines(form.addresses),
    dossier: { status: dossierStatus, decisionNumber, decisionDate, decisionAuthority, approvalDue },
    plan: { status: planStatus, due: planDue },
    predecessors: system?.predecessors.map(({ id }) => id) ?? [],
  };
}
