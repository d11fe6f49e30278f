import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Dotted paths, by type of event, of every string of its payload that is not one of a list; `*` = each item. Read from the types themselves. */
export function declaredStrings(): Record<string, string[]> {
  const config = ts.getParsedCommandLineOfConfigFile(
    `${root}tsconfig.json`,
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
      },
    },
  );
  const file = `${root}api/domain/event.ts`;
  const program = ts.createProgram([file], { ...config?.options, types: [], noEmit: true });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const all = source?.statements.find(
    (node): node is ts.TypeAliasDeclaration => ts.isTypeAliasDeclaration(node) && node.name.text === 'EventPayloads',
  );
  if (!source || !all) throw new Error('no EventPayloads');

  const stringsIn = (type: ts.Type): string[] => {
    const present = checker.getNonNullableType(type);
    if (present.isUnion()) return [...new Set(present.types.flatMap(stringsIn))];
    if (present.flags & ts.TypeFlags.String) return [''];
    if (checker.isArrayType(present))
      return checker
        .getTypeArguments(present as ts.TypeReference)
        .flatMap(stringsIn)
        .map((path) => `.*${path}`);
    if (!(present.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return [];
    const named = checker
      .getPropertiesOfType(present)
      .flatMap((property) =>
        stringsIn(checker.getTypeOfSymbolAtLocation(property, source)).map((path) => `.${property.name}${path}`),
      );
    const others = checker
      .getIndexInfosOfType(present)
      .flatMap((info) => stringsIn(info.type).map((path) => `.*${path}`));
    return [...named, ...others];
  };
  return Object.fromEntries(
    checker
      .getPropertiesOfType(checker.getTypeAtLocation(all))
      .map((event) => [
        event.name,
        stringsIn(checker.getTypeOfSymbolAtLocation(event, source)).map((path) => path.slice(1)),
      ]),
  );
}
