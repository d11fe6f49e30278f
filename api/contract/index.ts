import { authOperations } from './auth.ts';
import { logOperations } from './log.ts';
import { drillsOperations } from './drills.ts';
import { gateOperations } from './gate.ts';
import { incidentsOperations } from './incidents.ts';
import type { OperationShape } from './operation.ts';
import { regulationsOperations } from './regulations.ts';
import { peopleOperations } from './people.ts';
import { scenariosOperations } from './scenarios.ts';
import { systemOperations } from './system.ts';
import { teamsOperations } from './teams.ts';

/** Every operation of the product, area by area. */
export const operations: readonly OperationShape[] = [...systemOperations, ...scenariosOperations, ...drillsOperations, ...gateOperations, ...teamsOperations, ...authOperations, ...peopleOperations, ...logOperations, ...incidentsOperations, ...regulationsOperations];
