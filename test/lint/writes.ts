import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rule } from 'eslint';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Rows written only by projectors, so that replaying the log gives them again, are all but these: secrets and housekeeping. */
const besideTheLog = new Set([
  'credential',
  'session',
  'device',
  'invitation',
  'board_code',
  'idempotency',
  'job',
  'checkpoint',
  'signing_key',
  'upload',
]);
const writers = /^(db\/|test\/|api\/kernel\/|api\/[^/]+\/project[^/]*\.ts$)/;

/** Only projectors and the kernel write what follows from the log. */
export const writes: Rule.RuleModule = {
  meta: { type: 'problem', messages: { write: '"{{table}}" is written outside a projector' }, schema: [] },
  create(context) {
    const file = relative(root, context.filename).replaceAll('\\', '/');
    if (writers.test(file)) return {};
    return {
      'CallExpression[callee.property.name=/^(insertInto|replaceInto|updateTable|deleteFrom|mergeInto)$/]'(
        node: Rule.Node,
      ) {
        const [first] = (node as unknown as { arguments: { type: string; value?: unknown }[] }).arguments;
        const table = typeof first?.value === 'string' ? first.value : '?';
        if (!besideTheLog.has(table)) context.report({ node, messageId: 'write', data: { table } });
      },
    };
  },
};
