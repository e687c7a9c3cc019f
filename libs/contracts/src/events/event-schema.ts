import { z } from 'zod';
import type { CataloguedEvent } from './catalogue.js';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a code looks like that receivers do not know yet. */
export const CODE_TO_COME = '^[A-Za-z][A-Za-z0-9_-]{0,59}$';
const FORMATS_ENOUGH = ['uuid', 'date', 'date-time', 'uri'];

/**
 * Codes may come to be more: receivers are shown those that there are, and told to expect others. A format says what its
 * pattern would say again.
 */
function open(schema: Record<string, unknown>): void {
  if (Array.isArray(schema['enum'])) {
    schema['anyOf'] = [{ enum: schema['enum'] }, { type: 'string', pattern: CODE_TO_COME }];
    delete schema['type'];
    delete schema['enum'];
  }
  if (FORMATS_ENOUGH.includes(schema['format'] as string)) delete schema['pattern'];
}

/**
 * JSON Schema 2020-12 of the data of one type of event, as it is released: open for fields and codes to come, without its
 * address.
 */
export function eventSchema({ type, meaning, data }: CataloguedEvent): JsonSchema {
  const { $schema, ...schema } = z.toJSONSchema(data, {
    target: 'draft-2020-12',
    io: 'input',
    override: ({ jsonSchema }) => open(jsonSchema as Record<string, unknown>),
  });
  return { $schema, title: type, ...schema, description: meaning };
}

/** The address of a schema: what `dataschema` of an event says. */
export const schemaAddress = (type: string, publicUrl: string): string => `${publicUrl}/schemas/${type}.json`;

/** The schema as it is served: it says where it is from. */
export const servedSchema = (event: CataloguedEvent, publicUrl: string): JsonSchema => ({
  $id: schemaAddress(event.type, publicUrl),
  ...eventSchema(event),
});
