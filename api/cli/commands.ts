import { backup } from './backup.ts';
import type { CliCommand } from './command.ts';
import { doctor } from './doctor.ts';
import { exportStream } from './export.ts';
import { matrix } from './matrix.ts';
import { migrate } from './migrate.ts';
import { openapi } from './openapi.ts';
import { rehearse } from './rehearse.ts';
import { replay } from './replay.ts';
import { restore } from './restore.ts';
import { scenario } from './scenario.ts';
import { seed } from './seed.ts';
import { user } from './user.ts';
import { verify } from './verify.ts';
import type { Words } from './words.ts';

/** Each command has its words in the help, and the other way round. */
type Named = { [Key in keyof Words]: Key extends `help.${infer Name}` ? Name : never }[keyof Words];

/** Every command, in the order of the help. */
export const commands = {
  migrate,
  seed,
  user,
  verify,
  replay,
  backup,
  restore,
  doctor,
  export: exportStream,
  scenario,
  rehearse,
  openapi,
  matrix,
} satisfies Record<Named, CliCommand>;
