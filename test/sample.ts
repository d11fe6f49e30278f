import { z } from 'zod';

interface Schema {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  $ref?: string;
  $defs?: Record<string, Schema>;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  minLength?: number;
  pattern?: string;
  format?: string;
}

/** Texts that fit the patterns of the contract; a pattern that none fits makes the sample fail loudly. */
const texts = [
  'mau-1',
  'aaaaaaaaaaaaaaaaaaaa',
  'ABCD2345',
  'drill:mau-1',
  '2026-11-16',
  '1',
  '192.0.2.1',
  'T1190',
  'a'.repeat(64),
  'a'.repeat(32),
  'mau@co-quan.example',
  'https://co-quan.example',
];

/** The smallest input that a schema takes, made from its own JSON Schema. Throws when the schema refuses it. */
export function sampleOf(type: z.ZodType): unknown {
  const root = z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' }) as Schema;
  const value = build(root, root);
  const result = type.safeParse(value);
  if (!result.success) throw new Error(`no sample: ${JSON.stringify(value)} ${result.error.message}`);
  return value;
}

function build(schema: Schema, root: Schema): unknown {
  if (schema.$ref) return build(root.$defs?.[schema.$ref.split('/').at(-1) ?? ''] ?? root, root);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (choice) return build(choice, root);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => build(part, root)));
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, build(schema.properties?.[name] ?? {}, root)]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => build(schema.items ?? {}, root));
    case 'integer':
    case 'number':
      return (
        Math.max(schema.minimum ?? 1, schema.exclusiveMinimum === undefined ? 1 : schema.exclusiveMinimum + 1, 1) || 1
      );
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return textFor(schema);
  }
}

function textFor({ pattern, minLength = 0 }: Schema): string {
  const fits = (text: string) => text.length >= minLength && (!pattern || new RegExp(pattern, 'u').test(text));
  return texts.find(fits) ?? 'x'.repeat(Math.max(minLength, 1));
}
