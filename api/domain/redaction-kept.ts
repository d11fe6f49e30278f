import type { EventPayloads, EventType } from './event.ts';
import type { TextPath } from './redaction.ts';

type Kept = { readonly [T in EventType]?: readonly TextPath<EventPayloads[T]>[] };

const file = ['sha256', 'mediaType'] as const;
const valid = ['validFrom', 'validTo'] as const;

/**
 * Strings of the log that are never blanked, by the reason. Ids are not listed: they are made by the server, and called so
 * (`id`, `…Id`, `…Ids`). A test demands that every other string stands here or among the texts of `redaction.ts`.
 */
export const kept: Readonly<Record<'made' | 'named' | 'chosen' | 'day' | 'address', Kept>> = {
  /** The server made it; others are compared with it. */
  made: {
    'system.initialised': ['version'],
    'event.redacted': ['entries.*.of'],
    'drill.drafted': ['plan.rulesHash', 'rules.version', 'scenarioHash'],
    'drill.replanned': ['plan.rulesHash'],
    'drill.rules_set': ['rules.version'],
    'drill.document_added': file,
    'drill.board_code_set': ['codeHash'],
    'drill.start_refused': ['missing.*'],
    'team.rules_accepted': ['rulesHash'],
    'claim.evidence_added': file,
    'claim.submitted': ['number'],
    'incident.created': ['number', 'profile'],
    'incident.evidence_added': file,
  },
  /** It names another thing or a person by id. */
  named: {
    'organisation.created': ['predecessors.*'],
    'information_system.registered': ['predecessors.*'],
    'information_system.updated': ['predecessors.*'],
    'claim.decided': ['decision.of'],
    'incident.assigned': ['assignee'],
    'incident.merged': ['into'],
    'incident.task_added': ['assignee'],
  },
  /** It is one of a list of the regulations or the register; anything else was refused. */
  chosen: {
    'information_system.registered': ['group'],
    'information_system.updated': ['group'],
    'incident.created': ['type'],
    'incident.edited': ['changes.type'],
    'incident.clock_reported': ['code'],
    'incident.clock_waived': ['code'],
  },
  /** A date: deadlines and the tree of a day hang on it. */
  day: {
    'organisation.created': ['validFrom'],
    'organisation.renamed': ['validFrom'],
    'organisation.moved': ['validFrom'],
    'organisation.closed': ['validTo'],
    'information_system.registered': ['dossier.decisionDate', 'dossier.approvalDue', 'plan.due', 'lastAssessedOn'],
    'information_system.updated': ['dossier.decisionDate', 'dossier.approvalDue', 'plan.due', 'lastAssessedOn'],
    'information_system.retired': ['on'],
    'information_system.contact_set': ['confirmedOn'],
    'information_system.contact_confirmed': ['on'],
    'response_team.created': valid,
    'response_team.updated': valid,
    'cluster.created': ['validTo'],
    'cluster.updated': ['validTo'],
    'drill.approved': ['decidedOn'],
    'gate.item_recorded': ['on'],
  },
  /** A host or network, checked as one when it was entered: it names a machine, and traffic is told apart by it. */
  address: {
    'information_system.registered': ['domains.*', 'addresses.*'],
    'information_system.updated': ['domains.*', 'addresses.*'],
    'team.addresses_set': ['addresses.*'],
  },
};
