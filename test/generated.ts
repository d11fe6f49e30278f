import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { operations } from '#api/contract/index.ts';
import { openapiDocument } from '#api/openapi.ts';
import { eventCatalogue } from './events.ts';
import { matrixOf } from './matrix.ts';

const root = new URL('..', import.meta.url);
const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;

/** Files made from the contract, by their path; kept in the repository so that a change of them is seen in review. */
export const generated: Record<string, () => string> = {
  'api/authorization.json': () => json(matrixOf(operations)),
  'api/EVENTS.md': eventCatalogue,
  'api/openapi.json': () => json(openapiDocument(operations)),
};

export const pathOf = (file: string) => fileURLToPath(new URL(file, root));
export const kept = (file: string) => readFile(pathOf(file), 'utf8');
