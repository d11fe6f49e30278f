import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rule } from 'eslint';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Which layer a file of ours belongs to. */
export type Layer =
  | 'web'
  | 'assembly'
  | 'http'
  | 'area'
  | 'program'
  | 'kernel'
  | 'contract'
  | 'domain'
  | 'db'
  | 'scenarios'
  | 'test'
  | 'root';

interface Limits {
  /** Layers it may import, besides its own. */
  ours: readonly Layer[];
  /** Packages it may import; absent = any. */
  packages?: RegExp;
}

const notStorage = /^(?!(kysely\/|pg$|pg\/|better-sqlite3))/;

const limits: Record<Layer, Limits> = {
  domain: { ours: [], packages: /^$/ },
  contract: { ours: ['domain'], packages: /^zod$/ },
  db: { ours: [], packages: /^(kysely|pg|better-sqlite3|node:)/ },
  kernel: { ours: ['contract', 'domain', 'db'], packages: notStorage },
  area: { ours: ['contract', 'domain', 'kernel', 'db', 'http', 'scenarios'], packages: notStorage },
  http: { ours: ['area', 'kernel', 'contract', 'domain'], packages: notStorage },
  assembly: { ours: ['area', 'program', 'http', 'kernel', 'contract', 'domain', 'db', 'scenarios'] },
  program: { ours: ['assembly', 'area', 'http', 'kernel', 'contract', 'domain', 'db', 'scenarios'] },
  web: { ours: ['contract', 'domain'], packages: /^(?!(kysely|pg|better-sqlite3|hono)(\/|$))/ },
  scenarios: { ours: [] },
  root: { ours: ['test'] },
  test: {
    ours: ['web', 'assembly', 'http', 'area', 'program', 'kernel', 'contract', 'domain', 'db', 'scenarios', 'root'],
  },
};

/** Programs that start from the command line and may use everything of the server. */
const programs = new Set(['cli', 'demo', 'rehearse', 'seed']);

export function layerOf(path: string): Layer {
  // It describes operations, and knows nothing but them.
  if (path === 'api/openapi.ts') return 'contract';
  const [top = '', second = '', third] = path.split('/');
  if (top !== 'api') return ['web', 'db', 'scenarios', 'test'].includes(top) ? (top as Layer) : 'root';
  if (third === undefined) return 'assembly';
  if (second === 'contract' || second === 'domain' || second === 'kernel' || second === 'http') return second;
  return programs.has(second) ? 'program' : 'area';
}

/** Who may import whom. */
export const layers: Rule.RuleModule = {
  meta: { type: 'problem', messages: { layer: '{{from}} must not import {{to}} ({{source}})' }, schema: [] },
  create(context) {
    const file = relative(root, context.filename).replaceAll('\\', '/');
    const from = layerOf(file);
    const check = (node: Rule.Node, source: unknown) => {
      if (typeof source !== 'string') return;
      const target = pathOf(source, file);
      const to = target === undefined ? 'a package' : layerOf(target);
      if (!isAllowed(from, target, source)) context.report({ node, messageId: 'layer', data: { from, to, source } });
    };
    const declaration = (node: Rule.Node) => check(node, (node as { source?: { value?: unknown } }).source?.value);
    return {
      ImportDeclaration: declaration,
      ExportNamedDeclaration: declaration,
      ExportAllDeclaration: declaration,
      ImportExpression: declaration,
      TSImportType: declaration,
    };
  },
};

function isAllowed(from: Layer, target: string | undefined, source: string): boolean {
  const { ours, packages } = limits[from];
  if (target === undefined) return !packages || packages.test(source);
  if (target === 'package.json') return from !== 'domain' && from !== 'contract' && from !== 'web';
  const to = layerOf(target);
  return to === from || ours.includes(to);
}

/** The path of an imported file of ours, below the root; undefined for a package. */
function pathOf(source: string, file: string): string | undefined {
  if (source.startsWith('.')) return join(dirname(file), source).replaceAll('\\', '/');
  const alias = /^#(api|db|web|scenarios|test)\//.exec(source);
  return alias ? source.slice(1) : undefined;
}
