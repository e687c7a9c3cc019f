import type { CataloguedEvent } from './catalogue.js';
import { cloudEvent } from './cloud-event.js';
import { eventSchema, schemaAddress, type JsonSchema } from './event-schema.js';

const ID = '01930000-0000-7000-8000-000000000001';
const CASE = '01930000-0000-7000-8000-0000000000ca';
const AT = '2026-11-25T02:00:00.000Z';
const BY_FORMAT: Readonly<Record<string, string>> = {
  uuid: '01930000-0000-7000-8000-0000000000aa',
  date: '2026-11-25',
  'date-time': AT,
};
const BY_TYPE: Readonly<Record<string, unknown>> = { integer: 1, number: 82.5, boolean: true };

/** A value that fits a schema of an event's data. Throws for a schema that says nothing of what fits. */
function valueOf(schema: JsonSchema, publicUrl: string): unknown {
  const { type, format, examples, anyOf, properties = {}, items = {} } = schema;
  if (Array.isArray(examples)) return examples[0];
  if (Array.isArray(anyOf)) return (anyOf[0] as { enum: readonly string[] }).enum[0];
  if (format === 'uri') return `${publicUrl}/v1/qualifications/${CASE}`;
  const value = BY_FORMAT[String(format)] ?? BY_TYPE[String(type)];
  if (value !== undefined) return value;
  if (type === 'array') return [valueOf(items as JsonSchema, publicUrl)];
  if (type !== 'object') throw new Error(`no example for ${JSON.stringify(schema)}`);
  const fields = Object.entries(properties as Readonly<Record<string, JsonSchema>>);
  return Object.fromEntries(fields.map(([name, field]) => [name, valueOf(field, publicUrl)]));
}

/** An event of this type as it is sent, with every field that it may have. */
export function exampleEvent(event: CataloguedEvent, publicUrl: string): Readonly<Record<string, unknown>> {
  const { type, code, about } = event;
  const data = valueOf(eventSchema(event), publicUrl) as Readonly<Record<string, unknown>>;
  if (code) {
    const place = { eventId: ID, qualificationId: CASE, seq: 12, part: 0, occurredAt: new Date(AT) };
    return { ...cloudEvent({ ...place, type: code, data }, publicUrl) };
  }
  return {
    ...{
      specversion: '1.0',
      id: ID,
      source: `${publicUrl}/v1/${about}s`,
      type,
      subject: `${about}s/${CASE}`,
    },
    ...{ time: AT, datacontenttype: 'application/json', dataschema: schemaAddress(type, publicUrl), data },
  };
}
