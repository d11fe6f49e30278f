import type { NewEvent } from '#api/domain/event.ts';
import type { SystemFacts } from '#api/domain/registry/events.ts';
import { units } from './people.ts';

/** An information system of the department is in the register; its dossier is approved unless said otherwise. */
export function systemRegistered(systemId: string, change: Partial<SystemFacts> = {}): NewEvent {
  const facts: SystemFacts = {
    name: `Hệ thống ${systemId}`,
    shortName: null,
    group: 'public_service',
    type: 'portal',
    level: 3,
    levelBasis: null,
    ownerId: units.department,
    operatorId: units.department,
    status: 'operating',
    domains: [],
    addresses: [],
    description: '',
    users: null,
    usersNote: null,
    personalData: false,
    plan: { status: 'full', due: null },
    lastAssessedOn: null,
    predecessors: [],
    note: null,
    dossier: {
      status: 'approved',
      decisionNumber: '1/QĐ (mẫu)',
      decisionDate: '2026-01-02',
      decisionAuthority: 'UBND tỉnh',
      approvalDue: null,
    },
    ...change,
  };
  return { type: 'information_system.registered', subject: systemId, payload: { systemId, ...facts } };
}

/** The dossier of a system that nobody has approved yet. */
export const draftedDossier: SystemFacts['dossier'] = {
  status: 'drafting',
  decisionNumber: null,
  decisionDate: null,
  decisionAuthority: null,
  approvalDue: null,
};
