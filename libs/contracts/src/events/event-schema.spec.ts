import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { z } from 'zod';
import { EVENT_CATALOGUE, type CataloguedEvent } from './catalogue.js';
import { exampleEvent } from './event-example.js';
import { CODE_TO_COME, eventSchema, servedSchema, type JsonSchema } from './event-schema.js';

const HERE = 'https://selvedge.invalid';
const catalogued = (type: string): CataloguedEvent =>
  EVENT_CATALOGUE.find((event) => event.type.endsWith(`.${type}.v1`)) as CataloguedEvent;

/** The schemas within a schema that hold no others. */
function leaves(schema: JsonSchema): readonly JsonSchema[] {
  const { properties, items, anyOf } = schema as {
    properties?: object;
    items?: JsonSchema;
    anyOf?: JsonSchema[];
  };
  const inner = [
    ...Object.values(properties ?? {}),
    ...(items ? [items] : []),
    ...(anyOf ?? []),
  ] as JsonSchema[];
  return inner.length > 0 || properties ? inner.flatMap(leaves) : [schema];
}
/** Ids, dates and links by their format, codes by their list, everything else by a pattern that leaves no room for words. */
const BOUND = ['uuid', 'date', 'date-time', 'uri'];
const WORDS = ['Sok Dara', 'a sentence', 'dara@example.org', '+855 12 345 678', 'ដារា'];
function isFree({ type, format, pattern, enum: codes }: JsonSchema): boolean {
  if (codes || ['integer', 'number', 'boolean'].includes(String(type))) return false;
  if (type !== 'string') return true;
  if (BOUND.includes(String(format))) return false;
  return typeof pattern !== 'string' || WORDS.some((text) => new RegExp(pattern, 'u').test(text));
}

describe('the schemas of events', () => {
  it('have no room for anything that a person wrote', () => {
    const isOpen = (event: CataloguedEvent): boolean => leaves(eventSchema(event)).some(isFree);
    expect(EVENT_CATALOGUE.filter(isOpen).map(({ type }) => type)).toEqual([]);
    expect(EVENT_CATALOGUE.flatMap((event) => leaves(eventSchema(event))).length).toBeGreaterThan(300);
    // What the search would find.
    const rooms = [z.string().max(200), z.string().regex(/^[^<>]+$/), z.unknown(), z.array(z.string())];
    const open = rooms.filter((note) => isOpen({ ...catalogued('visit-refused'), data: z.object({ note }) }));
    expect(open).toHaveLength(rooms.length);
  });

  it('let fields and codes through that come later, and refuse what is something else', () => {
    const event = catalogued('audit-aborted');
    const takes = new Ajv2020({ validateFormats: false }).compile(eventSchema(event));
    const data = exampleEvent(event, HERE)['data'] as Record<string, unknown>;
    expect([takes(data), takes({ ...data, later: 1 }), takes({ ...data, reason: 'flooded' })]).toEqual([
      true,
      true,
      true,
    ]);
    expect([
      takes({ ...data, reason: 7 }),
      takes({ ...data, reason: 'The road was gone' }),
      takes({ links: data['links'] }),
    ]).toEqual([false, false, false]);
  });

  it('say which codes there are', () => {
    const { properties } = eventSchema(catalogued('audit-aborted')) as {
      properties: Record<string, JsonSchema>;
    };
    expect(properties['reason']).toEqual({
      anyOf: [
        { enum: ['access-denied', 'unsafe', 'force-majeure'] },
        { type: 'string', pattern: CODE_TO_COME },
      ],
    });
  });

  it('say where they are from, which is where an event says its schema is', () => {
    for (const event of EVENT_CATALOGUE)
      expect(servedSchema(event, HERE)).toMatchObject({
        $id: exampleEvent(event, HERE)['dataschema'],
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: event.type,
      });
  });
});
