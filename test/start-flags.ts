import { readFileSync } from 'node:fs';

const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  scripts: { start: string };
};

/** The flags of Node with which `npm start` runs the server. */
export const flags = scripts.start.match(/--[a-z-]+=\S+/g) ?? [];
