import type { Dictionary } from './i18n/index.ts';
import { fieldId } from './ui/field.ts';

type Params = Record<string, string | number | readonly string[]>;
type Refused = {
  code: string;
  params?: Params;
  issues?: readonly { path: readonly (string | number)[]; code: string; params?: Params }[];
};

export type Said = { errors: Record<string, string>; summary: { name?: string; href?: string; text: string }[] };

/** A refusal in words: one text for each field, and the list for the summary on top. */
export function sayProblem(refused: Refused, t: Dictionary, form?: string): Said {
  const errors: Record<string, string> = {};
  const summary: Said['summary'] = [];
  for (const issue of refused.issues ?? []) {
    const name = issue.path.join('.');
    const text = sayIssue(issue.code, issue.params ?? {}, t);
    if (name) errors[name] ??= text;
    summary.push(name ? { name, href: `#${fieldId(name, form)}`, text } : { text });
  }
  if (summary.length === 0) summary.push({ text: sayCode(refused.code, refused.params ?? {}, t) });
  return { errors, summary };
}

/** The words of a refusal code; a browser that lost the network before it had them says just that. */
export function sayCode(code: string, params: Params, t: Dictionary): string {
  const { problem } = t as Partial<Dictionary>;
  if (!problem) return t.shell.offlineBanner;
  const words = Object.hasOwn(problem, code) ? problem[code as keyof typeof problem] : problem['server.error'];
  return words(params as Record<string, string | number>);
}

/** "Tên đăng nhập: chưa nhập nội dung." says where. */
export function withLabel(label: string | null | undefined, text: string): string {
  const name = label?.trim();
  if (!name) return text;
  return /[?:]$/.test(name) ? `${name} ${text}` : `${name}: ${text}`;
}

function sayIssue(code: string, params: Params, t: Dictionary): string {
  const { issue = {} } = t as Partial<Dictionary>;
  const words = (issue as Record<string, ((p: Record<string, string | number>) => string) | undefined>)[code];
  return words ? words(params as Record<string, string | number>) : sayCode(code, params, t);
}
