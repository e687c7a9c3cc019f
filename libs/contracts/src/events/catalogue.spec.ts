import { describe, expect, it } from '@jest/globals';
import { EVENT_TYPES, hearing, type CaseRelation } from '#domain';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { HTTP, type CloudEvent } from 'cloudevents';
import { EVENT_CATALOGUE, webhookEventShape, type CataloguedEvent } from './catalogue.js';
import { eventShape, publicType } from './cloud-event.js';
import { EVENT_DATA } from './event-data.js';
import { exampleEvent } from './event-example.js';
import { eventSchema } from './event-schema.js';

const HERE = 'https://selvedge.invalid';
const ajv = new Ajv2020({ strict: true, validateFormats: false });
const validators = new Map(EVENT_CATALOGUE.map((event) => [event.type, ajv.compile(eventSchema(event))]));
const dataOf = (event: CataloguedEvent) => exampleEvent(event, HERE)['data'] as Record<string, unknown>;
/** What receivers would say of the data, who have our schema and nothing else. */
const faults = (event: CataloguedEvent, data: unknown): string | undefined => {
  const validate = validators.get(event.type);
  return validate?.(data) ? undefined : `${event.type}: ${ajv.errorsText(validate?.errors)}`;
};
const all = <T>(find: (event: CataloguedEvent) => T | undefined): readonly T[] =>
  EVENT_CATALOGUE.flatMap((event) => find(event) ?? []);

describe('the catalogue of events', () => {
  it('has every type of event, with a sentence of its own that says what it means', () => {
    expect(Object.keys(EVENT_DATA).sort()).toEqual([...EVENT_TYPES].sort());
    const meanings = EVENT_CATALOGUE.map(({ meaning }) => meaning);
    expect(meanings.filter((text) => !/^[A-Z`].{10,150}\.$/.test(text))).toEqual([]);
    expect(new Set(meanings).size).toBe(meanings.length);
  });

  it('gives names that end in a version and begin with ours', () => {
    const types = EVENT_CATALOGUE.map(({ type }) => type);
    expect(types).toContain('org.selvedge.qualification.audit-submitted.v1');
    expect(
      types.filter((type) => !/^org\.selvedge\.(?:qualification|webhook)\.[a-z-]+\.v1$/.test(type)),
    ).toEqual([]);
  });

  it('shows of every type an event that its schemas and its shape take', () => {
    expect(all((event) => faults(event, dataOf(event)))).toEqual([]);
    const misshapen = all((event) => {
      const shape = event.about === 'qualification' ? eventShape : webhookEventShape;
      const { error } = shape.strict().safeParse(exampleEvent(event, HERE));
      return error && `${event.type}: ${error.message}`;
    });
    expect(misshapen).toEqual([]);
    expect(all(({ data, ...event }) => data.strict().safeParse(dataOf({ data, ...event })).error)).toEqual(
      [],
    );
  });

  it('is read by the SDK of CloudEvents, each type of it, with no attribute that the standard does not allow', () => {
    for (const event of EVENT_CATALOGUE) {
      const sent = exampleEvent(event, HERE);
      const headers = { 'content-type': 'application/cloudevents+json; charset=utf-8' };
      const read = HTTP.toEvent({ headers, body: JSON.stringify(sent) });
      const [one] = [read].flat() as CloudEvent<unknown>[];
      expect(one?.validate()).toBe(true);
      expect(one).toMatchObject({ id: sent['id'], type: event.type, data: sent['data'] });
      expect(Object.keys(sent).filter((name) => !/^[a-z0-9]{1,20}$/.test(name))).toEqual([]);
    }
  });

  it('takes what every party hears of an event, also what is kept from it', () => {
    const office = { organisationId: 'office', relation: 'programme-office' } as const;
    const relations: readonly CaseRelation[] = ['supplier', 'audit-firm', 'buyer'];
    const listeners = [office, ...relations.map((relation) => ({ organisationId: relation, relation }))];
    const known = { closedSeals: [], buyerOfPilot: {} };
    const buyersVariants = new Set<string>();
    const toldBuyers: string[] = [];
    const wrong = EVENT_CATALOGUE.flatMap((event) => {
      if (!event.code) return [];
      const { links, ...data } = dataOf(event);
      const told = { seq: 1, type: event.code, data, seal: 'open' } as const;
      return listeners.flatMap((listener) => {
        const heard = hearing(told, listener, known);
        if (typeof heard === 'string') return [];
        if (listener.relation === 'buyer') {
          buyersVariants.add(event.type);
          toldBuyers.push(...Object.keys(heard.told));
        }
        return faults(event, { ...heard.told, links }) ?? [];
      });
    });
    expect(wrong).toEqual([]);
    expect(buyersVariants).toContain(publicType('qualification-suspended'));
    // A grade is of a section that suppliers may keep from them: the case tells it as far as it is opened.
    expect(toldBuyers).toContain('until');
    expect(toldBuyers).not.toContain('grade');
  });
});
