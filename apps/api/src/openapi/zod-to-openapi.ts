import { z } from 'zod';

type JsonSchema = Record<string, unknown>;
const without = (schema: JsonSchema, ...keys: string[]): JsonSchema =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => !keys.includes(key)));

/**
 * The converter built into Nest's OpenAPI module asks zod for version 3.0 and so makes an invalid 3.1 document:
 * we convert to draft 2020-12 ourselves. Answers are described as they are read, open for fields to come.
 */
export function zodToOpenApi(
  schema: unknown,
): { schema: JsonSchema; components: Record<string, JsonSchema> } | undefined {
  if (!(schema instanceof z.core.$ZodType)) return undefined;
  const json = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'input',
    unrepresentable: 'any',
  }) as JsonSchema;
  const defs = (json['$defs'] ?? {}) as Record<string, JsonSchema>;
  return {
    schema: without(json, '$schema', '$defs', 'id'),
    components: Object.fromEntries(Object.entries(defs).map(([name, def]) => [name, without(def, 'id')])),
  };
}
