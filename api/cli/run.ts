import { parseArgs } from 'node:util';
import { ConfigurationFault } from '../configuration.ts';
import { UsageError } from './command.ts';
import type { CliCommand, Given } from './command.ts';
import { commands } from './commands.ts';
import { sentence } from './sentence.ts';
import type { Say } from './sentence.ts';
import { tellError } from './tell-error.ts';

export interface CliIo {
  env: NodeJS.ProcessEnv;
  write(text: string): void;
}

/** Runs `npm run cli -- <command> …`; answers the exit code. */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  const [name = 'help', ...rest] = argv;
  const say: Say = (key, params) => io.write(sentence(key, params));
  if (name === 'help' || name === '--help' || name === '-h') {
    io.write(help());
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name as keyof typeof commands] : undefined;
  if (!command) {
    say('unknown', { name });
    io.write(help());
    return 2;
  }
  try {
    return await command.run(given(command, rest, { ...io, say }));
  } catch (error) {
    if (error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) {
      say('usage', { usage: `${name} ${command.usage}`.trim() });
      return 2;
    }
    tellError(error, say);
    return error instanceof ConfigurationFault ? 2 : 1;
  }
}

function given(command: CliCommand, rest: string[], io: Pick<Given, 'env' | 'write' | 'say'>): Given {
  const { positionals, values } = parseArgs({ args: rest, options: command.options ?? {}, allowPositionals: true });
  return { ...io, args: positionals, options: values as Given['options'] };
}

function help(): string {
  const lines = Object.entries(commands).map(
    ([name, { usage }]) =>
      `  ${`${name} ${usage}`.trim()}\n${sentence(`help.${name as keyof typeof commands}`, {})
        .replace(/^/gm, '      ')
        .trimEnd()}`,
  );
  return `${sentence('help', {})}\n${lines.join('\n')}\n`;
}
