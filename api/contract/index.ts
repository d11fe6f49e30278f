import { organisationsOperations } from './organisations.ts';
import { systemsOperations } from './systems.ts';
import { contactsOperations } from './contacts.ts';
import { responseTeamsOperations } from './response-teams.ts';
import { clustersOperations } from './clusters.ts';
import { claimsOperations } from './claims.ts';
import { adjudicationOperations } from './adjudication.ts';
import { claimViewsOperations } from './claim-views.ts';
import { techniquesOperations } from './techniques.ts';
import { scoresOperations } from './scores.ts';
import { ticketGradesOperations } from './ticket-grades.ts';
import { drillViewsOperations } from './drill-views.ts';
import { drillPlanOperations } from './drill-plan.ts';
import { drillLifeOperations } from './drill-life.ts';
import { runSheetOperations } from './run-sheet.ts';
import { boardCodeOperations } from './board-code.ts';
import { incidentsOperations } from './incidents.ts';
import { ticketActsOperations } from './ticket-acts.ts';
import { postureOperations } from './posture.ts';
import { remediationOperations } from './remediation.ts';
import { workOperations } from './work.ts';
import { authOperations } from './auth.ts';
import { boardOperations } from './board.ts';
import { evidenceOperations } from './evidence.ts';
import { logOperations } from './log.ts';
import { gateOperations } from './gate.ts';
import type { OperationShape } from './operation.ts';
import { regulationsOperations } from './regulations.ts';
import { resultsOperations } from './results.ts';
import { invitationsOperations } from './invitations.ts';
import { peopleOperations } from './people.ts';
import { scenariosOperations } from './scenarios.ts';
import { systemOperations } from './system.ts';
import { teamsOperations } from './teams.ts';

/** Every operation of the product, area by area. */
export const operations: readonly OperationShape[] = [
  ...claimsOperations,
  ...adjudicationOperations,
  ...claimViewsOperations,
  ...techniquesOperations,
  ...scoresOperations,
  ...ticketGradesOperations,
  ...boardOperations,
  ...resultsOperations,
  ...evidenceOperations,
  ...systemOperations,
  ...scenariosOperations,
  ...drillViewsOperations,
  ...drillPlanOperations,
  ...drillLifeOperations,
  ...runSheetOperations,
  ...boardCodeOperations,
  ...gateOperations,
  ...teamsOperations,
  ...authOperations,
  ...peopleOperations,
  ...invitationsOperations,
  ...organisationsOperations,
  ...systemsOperations,
  ...contactsOperations,
  ...responseTeamsOperations,
  ...clustersOperations,
  ...logOperations,
  ...incidentsOperations,
  ...ticketActsOperations,
  ...postureOperations,
  ...remediationOperations,
  ...workOperations,
  ...regulationsOperations,
];
