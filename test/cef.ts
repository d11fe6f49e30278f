/** A line of syslog with CEF in it, read as a collector reads it. Throws where the line is not one. */
export function readCef(text: string): {
  priority: number;
  at: string;
  head: string[];
  extension: Record<string, string>;
} {
  const [, priority = '', at = '', cef = ''] =
    /^<(\d{1,3})>1 (\S+) - thao-truong - - - CEF:(.*)$/s.exec(text) ?? fail(text);
  const head: string[] = [];
  let rest = cef;
  while (head.length < 7) {
    const [whole = '', field = ''] = /^((?:[^\\|]|\\[^])*)\|/.exec(rest) ?? fail(text);
    head.push(plain(field));
    rest = rest.slice(whole.length);
  }
  // A key begins at the start or after a blank, and only a bare "=" ends it.
  const starts = [...rest.matchAll(/(?:^| )([A-Za-z0-9]+)(?<!\\)=/g)];
  const extension = starts.map(({ 0: whole, 1: key = '', index }, i) => {
    const value = rest.slice(index + whole.length, starts[i + 1]?.index);
    if (/(?<!\\)(?:\\\\)*=/.test(value)) fail(text);
    return [key, plain(value)] as const;
  });
  if (new Set(extension.map(([key]) => key)).size !== extension.length) fail(text);
  return { priority: Number(priority), at, head, extension: Object.fromEntries(extension) };
}

function fail(text: string): never {
  throw new Error(`not CEF: ${text}`);
}

function plain(escaped: string): string {
  return escaped.replace(/\\(u([0-9a-f]{4})|[^])/g, (_all, one: string, unit?: string) => {
    if (unit !== undefined) return String.fromCharCode(parseInt(unit, 16));
    return { n: '\n', r: '\r' }[one] ?? one;
  });
}
