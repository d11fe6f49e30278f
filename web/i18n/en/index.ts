import type { Dictionary } from '../index.ts';
import { auth } from './auth.ts';
import { common } from './common.ts';
import { shell } from './shell.ts';

export const en: Dictionary = { common, shell, auth };
