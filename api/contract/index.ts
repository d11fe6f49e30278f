import { authOperations } from './auth.ts';
import { boardOperations } from './board.ts';
import { claimsOperations } from './claims.ts';
import { evidenceOperations } from './evidence.ts';
import { logOperations } from './log.ts';
import { drillsOperations } from './drills.ts';
import { gateOperations } from './gate.ts';
import { incidentsOperations } from './incidents.ts';
import type { OperationShape } from './operation.ts';
import { postureOperations } from './posture.ts';
import { regulationsOperations } from './regulations.ts';
import { resultsOperations } from './results.ts';
import { peopleOperations } from './people.ts';
import { registryOperations } from './registry.ts';
import { scenariosOperations } from './scenarios.ts';
import { systemOperations } from './system.ts';
import { teamsOperations } from './teams.ts';

/** Every operation of the product, area by area. */
export const operations: readonly OperationShape[] = [
  ...claimsOperations,
  ...boardOperations,
  ...resultsOperations,
  ...evidenceOperations,
  ...systemOperations,
  ...scenariosOperations,
  ...drillsOperations,
  ...gateOperations,
  ...teamsOperations,
  ...authOperations,
  ...peopleOperations,
  ...registryOperations,
  ...logOperations,
  ...incidentsOperations,
  ...postureOperations,
  ...regulationsOperations,
];
