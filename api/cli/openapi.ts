import { operations } from '../contract/index.ts';
import { openapiDocument } from '../openapi.ts';
import type { CliCommand } from './command.ts';

export const openapi: CliCommand = {
  usage: '',
  async run({ write }) {
    write(`${JSON.stringify(openapiDocument(operations), null, 2)}\n`);
    return 0;
  },
};
