import { readFile } from 'node:fs/promises';
import type { CliCommand } from './command.ts';

export const matrix: CliCommand = {
  usage: '',
  async run({ write }) {
    // Generated from the contract; a test compares the two.
    write(await readFile(new URL('../authorization.json', import.meta.url), 'utf8'));
    return 0;
  },
};
