import { authOperations } from './auth.ts';
import { logOperations } from './log.ts';
import type { OperationShape } from './operation.ts';
import { systemOperations } from './system.ts';

/** Every operation of the product, area by area. */
export const operations: readonly OperationShape[] = [...systemOperations, ...authOperations, ...logOperations];
