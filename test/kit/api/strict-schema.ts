import { Ajv } from 'ajv';
import formats from 'ajv-formats';

/** A JSON Schema as the contract files hold it. */
export interface Schema {
  [key: string]: unknown;
  properties?: Record<string, Schema>;
  allOf?: Schema[];
  $ref?: string;
}

/** A validator that tells every fault, formats included. */
export function newValidator(): Ajv {
  return formats.default(new Ajv({ strict: false, allErrors: true }));
}

type Schemas = Readonly<Record<string, Schema>>;

/** The same schema, but refusing every property that it does not name, saying null the way validators understand, and naming others bare. */
export function strict(schema: Schema, schemas: Schemas): Schema {
  return closed(schema.allOf && schema.allOf.length > 1 ? merged(schema.allOf, schemas) : schema, schemas);
}

function closed(schema: Schema, schemas: Schemas): Schema {
  const entries = Object.entries(schema).map(([key, value]) => [key, inner(value, schemas)]);
  const copy = Object.fromEntries(entries) as Schema;
  if (schema.$ref !== undefined) copy.$ref = nameOf(schema.$ref);
  if (schema.properties && !('additionalProperties' in schema)) copy['additionalProperties'] = false;
  if (schema['nullable'] !== true) return copy;
  const { nullable: _, ...rest } = copy;
  const allowed = Array.isArray(copy['enum']) ? { enum: [...(copy['enum'] as unknown[]), null] } : {};
  return { ...rest, ...allowed, ...('type' in copy && { type: [copy['type'], 'null'] }) };
}

function inner(value: unknown, schemas: Schemas): unknown {
  if (Array.isArray(value)) return value.map((item) => inner(item, schemas));
  return typeof value === 'object' && value !== null ? strict(value as Schema, schemas) : value;
}

/** One object of all parts: a part that refuses what it does not name would refuse the others. */
function merged(parts: Schema[], schemas: Schemas): Schema {
  const whole = parts.map(({ $ref, ...own }) => ($ref === undefined ? own : schemas[nameOf($ref)]!));
  return {
    type: 'object',
    properties: Object.assign({}, ...whole.map(({ properties }) => properties)) as Record<string, Schema>,
    required: whole.flatMap((part) => (part['required'] ?? []) as string[]),
  };
}

function nameOf(reference: string): string {
  return reference.replace('#/components/schemas/', '');
}
