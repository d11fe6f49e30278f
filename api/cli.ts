import './node-version.ts';
import './umask.ts';
import { runCli } from './cli/run.ts';

// `npm run cli -- <command>`
process.exitCode = await runCli(process.argv.slice(2), {
  env: process.env,
  write: (text) => void process.stdout.write(text),
});
