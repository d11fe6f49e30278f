import type { ParseArgsConfig } from 'node:util';
import type { Words } from './words.ts';

export interface Given {
  /** What stands after the name of the command. */
  args: string[];
  options: Record<string, string | boolean | undefined>;
  env: NodeJS.ProcessEnv;
  /** Says one thing in both languages, Vietnamese first. */
  say(key: keyof Words, params?: Record<string, string | number>): void;
  /** Data, as it is. */
  write(text: string): void;
}

export interface CliCommand {
  /** What follows its name in the help. */
  usage: string;
  options?: NonNullable<ParseArgsConfig['options']>;
  /** Answers the exit code: 0 = well, 1 = what was checked is not, 2 = called wrongly. */
  run(given: Given): Promise<number>;
}

/** The command was called wrongly: its usage is shown. */
export class UsageError extends Error {}

/** The argument at `index`. Throws UsageError when it is missing. */
export function argument(given: Given, index: number): string {
  const value = given.args[index];
  if (value === undefined) throw new UsageError();
  return value;
}

/** The value of an option that takes one. */
export function option(given: Given, name: string): string | undefined {
  const value = given.options[name];
  return typeof value === 'string' ? value : undefined;
}
