/** Syntax that may not occur, as selectors of no-restricted-syntax. */
const selectors = {
  rawSql: {
    selector: "CallExpression[callee.object.name='sql'][callee.property.name='raw']",
    message: 'SQL is never built from text; use the query builder or a sql`` template.',
  },
  compiledSql: {
    selector: "CallExpression[callee.object.name='CompiledQuery'][callee.property.name='raw']",
    message: 'SQL is never built from text; use the query builder or a sql`` template.',
  },
  sqlName: {
    selector:
      "CallExpression[callee.object.name='sql'][callee.property.name=/^(ref|id|table|lit)$/] > :not(Literal).arguments",
    message: 'Which column, table or constant stands in a query is written in the code, not made at run time.',
  },
  regExp: {
    selector: ":matches(NewExpression, CallExpression)[callee.name='RegExp']:not([arguments.0.type='Literal'])",
    message: 'A pattern made at run time can be made to hang (CVE-2026-21868).',
  },
  defaultExport: { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' },
  enum: { selector: 'TSEnumDeclaration', message: 'Node strips types; an enum is code.' },
} as const;

/** Rules are pure: time, chance and the world are handed in. */
const impure = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The time is handed in.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The time is handed in.' },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Chance is handed in.',
  },
  { selector: "CallExpression[callee.object.name='crypto']", message: 'Chance is handed in.' },
  {
    selector: 'CallExpression[callee.name=/^(fetch|setTimeout|setInterval)$/]',
    message: 'Rules reach nothing outside.',
  },
  { selector: "MemberExpression[object.name='process']", message: 'Rules run in a browser too.' },
];

/** The setting of no-restricted-syntax with every ban but those `allowed`. */
export function bans(allowed: readonly (keyof typeof selectors)[] = [], pure = false): ['error', ...object[]] {
  const kept = Object.entries(selectors).filter(([name]) => !allowed.some((one) => one === name));
  return ['error', ...kept.map(([, ban]) => ban), ...(pure ? impure : [])];
}
