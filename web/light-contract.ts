import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

const folder = fileURLToPath(new URL('../api/contract/', import.meta.url));
const prefix = '#api/contract/';
const light = '\0light-contract:';
/** What a page needs of an operation to send it. */
const carried = ['name', 'method', 'path'];

/**
 * In the browser an operation is its address; the schemas, and zod with them, make up half of a page and are
 * needed only when a form is sent. `whole` fetches the operation as it was written.
 */
export function lightContract(): Plugin {
  return {
    name: 'thao-truong-light-contract',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: (environment) => environment.name === 'client',
    async resolveId(source) {
      if (!source.startsWith(prefix)) return null;
      const [file = '', whole] = source.slice(prefix.length).split('?');
      const exports = whole === undefined ? await exportsOf(file) : [];
      return {
        id: exports.some(([, value]) => holdsOperation(value)) ? light + file : folder + file,
        moduleSideEffects: false,
      };
    },
    async load(id) {
      if (!id.startsWith(light)) return null;
      const file = id.slice(light.length);
      return (await exportsOf(file)).map(([name, value]) => declare(name, value, `${prefix}${file}?whole`)).join('\n');
    },
  };
}

/** Schemas and functions are left out: a page that asks for one fails to build. */
function declare(name: string, value: unknown, whole: string): string {
  const text = write(value, `(await import('${whole}')).${name}`);
  return text === null ? '' : `export const ${name} = ${text};`;
}

/** The value as program text: operations without their schemas, also within lists and records; null for what is neither they nor plain. */
function write(value: unknown, from: string): string | null {
  if (isOperation(value)) {
    const facts = JSON.stringify(Object.fromEntries(carried.map((key) => [key, value[key]])));
    return `{ ...${facts}, whole: async () => ${from} }`;
  }
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return JSON.stringify(value);
  if (typeof value !== 'object' || '_zod' in value) return null;
  const members = Object.entries(value).map(([key, member]) => [
    JSON.stringify(key),
    write(member, `${from}[${JSON.stringify(key)}]`),
  ]);
  if (members.some(([, text]) => text === null)) return null;
  return Array.isArray(value)
    ? `[${members.map(([, text]) => text).join(', ')}]`
    : `{ ${members.map((pair) => pair.join(': ')).join(', ')} }`;
}

async function exportsOf(file: string): Promise<[string, unknown][]> {
  return Object.entries((await import(pathToFileURL(folder + file).href)) as Record<string, unknown>);
}

function isOperation(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'output' in value;
}

/** An operation, or a record of some: acts on a ticket come in pairs. */
function holdsOperation(value: unknown): boolean {
  return isOperation(value) || (typeof value === 'object' && value !== null && Object.values(value).some(isOperation));
}
