import { LineCounter, isMap, isNode, isPair, isScalar, parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';
import { toIssue } from '../contract/issue.ts';
import { scenario as schema } from '../contract/scenario.ts';
import type { Scenario } from '../contract/scenario.ts';
import { cleanText } from '../domain/text.ts';
import { crossCheck } from './cross-check.ts';
import { hashFiles, readScenarioFiles } from './source.ts';
import type { ScenarioFiles } from './source.ts';

export interface ScenarioError {
  file: string;
  /** 1-based; 1 where a whole file is meant. */
  line: number;
  column: number;
  /** Key of the dictionary area `scenario`, or of `issue`. */
  code: string;
  params: Record<string, string | number>;
}

export interface CheckedScenario {
  scenario: Scenario;
  hash: string;
  files: ScenarioFiles;
}

export type ScenarioCheck = ({ ok: true } & CheckedScenario) | { ok: false; errors: ScenarioError[] };

const main = 'scenario.yaml';

/** Checks a scenario folder; every error names its file, line and column. Throws what the file system throws. */
export async function checkScenario(dir: string): Promise<ScenarioCheck> {
  const { files, faults } = await readScenarioFiles(dir);
  const errors: ScenarioError[] = faults.map(({ file, code }) => ({ file, line: 1, column: 1, code, params: {} }));
  errors.push(...[...files].flatMap(([file, text]) => textFaults(file, text)));
  const text = files.get(main);
  if (text === undefined)
    return {
      ok: false,
      errors: [...errors, { file: main, line: 1, column: 1, code: 'file.missing', params: { file: main } }],
    };

  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file: main, line: Math.max(1, line), column: Math.max(1, col) };
  };
  for (const error of document.errors)
    errors.push({ ...at(error.pos[0]), code: 'yaml', params: { fault: error.code } });
  // A scenario has no use for aliases, and nested ones grow without bound.
  visit(document, {
    Alias: (_, { range }) => void errors.push({ ...at(range?.[0] ?? 0), code: 'yaml.alias', params: {} }),
  });
  if (document.errors.length > 0 || errors.some(({ code }) => code === 'yaml.alias'))
    return { ok: false, errors: sorted(errors) };

  const parsed = schema.safeParse(document.toJS(), { reportInput: true });
  const found = parsed.success ? crossCheck(parsed.data, files) : parsed.error.issues.map(toIssue);
  for (const { path, code, params } of found)
    errors.push({ ...at(offsetOf(document, path, code)), code, params: { ...params, field: path.join('.') } });
  if (!parsed.success || errors.length > 0) return { ok: false, errors: sorted(errors) };
  return { ok: true, scenario: parsed.data, hash: hashFiles(files), files };
}

/** Where in the text the thing at `path` begins: for an unknown key the key itself, for a missing one what should hold it. */
function offsetOf(document: Document, path: readonly (string | number)[], code: string): number {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const here = path.slice(0, depth);
    const holder: unknown = document.getIn(here.slice(0, -1), true);
    const key = here.at(-1);
    if (code === 'unrecognized_keys' && isMap(holder)) {
      const pair = holder.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
      if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node: unknown = depth === 0 ? document.contents : document.getIn(here, true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

/** Text that is not NFC, or holds characters that hide or turn what is read. */
function textFaults(file: string, text: string): ScenarioError[] {
  return text.split('\n').flatMap((raw, i) => {
    const line = raw.replace(/\r$/, '');
    const clean = cleanText(line.replaceAll('\t', ' '));
    if (!clean.ok) return [{ file, line: i + 1, column: faultColumn(line), code: clean.code, params: {} }];
    if (line !== line.normalize('NFC')) return [{ file, line: i + 1, column: 1, code: 'text.nfc', params: {} }];
    return [];
  });
}

function faultColumn(line: string): number {
  return [...line].findIndex((char) => !cleanText(`a${char}a`).ok) + 1 || 1;
}

function sorted(errors: ScenarioError[]): ScenarioError[] {
  return errors.toSorted((a, b) =>
    a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1,
  );
}
