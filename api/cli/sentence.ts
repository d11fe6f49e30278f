import { words } from './words.ts';
import type { Words } from './words.ts';

export type Say = (key: keyof Words, params?: Record<string, string | number>) => void;

/** One thing the command line says: Vietnamese, then English on a line of its own. */
export function sentence(key: keyof Words, params: Record<string, string | number> = {}): string {
  const filled = words[key].map((text) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '')));
  return `${filled.join('\n  ')}\n`;
}
