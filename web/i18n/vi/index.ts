import { auth } from './auth.ts';
import { common } from './common.ts';
import { shell } from './shell.ts';

export const vi = { common, shell, auth };
