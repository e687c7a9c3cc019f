import { EVENT_CATALOGUE } from './catalogue.js';
import { envelopeSchemas } from './asyncapi.js';
import { eventSchema, type JsonSchema } from './event-schema.js';

/** What receivers were promised: the shape of every event, and the data of each type. */
export interface Release {
  readonly release: number;
  readonly schemas: Readonly<Record<string, JsonSchema>>;
}

/** What is sent now, as the release of this number. */
export const releaseOfNow = (release: number): Release => ({
  release,
  schemas: {
    ...envelopeSchemas(),
    ...Object.fromEntries(EVENT_CATALOGUE.map((event) => [event.type, eventSchema(event)])),
  },
});

/** What says something to people and nothing to programs. */
const SAID: readonly string[] = ['title', 'description', 'examples'];
/** What is compared part by part. */
const PARTS: readonly string[] = ['properties', 'required', 'items', 'anyOf', 'enum'];
const record = (value: unknown): Readonly<Record<string, JsonSchema>> =>
  (value ?? {}) as Record<string, JsonSchema>;
const list = <T>(value: unknown): readonly T[] => (value ?? []) as readonly T[];
const without = <T>(these: readonly T[], those: readonly T[]): readonly T[] =>
  these.filter((one) => !those.includes(one));

function fieldBreaks(at: string, before: JsonSchema, now: JsonSchema): readonly string[] {
  const [had, has] = [record(before['properties']), record(now['properties'])];
  const [gave, gives] = [list<string>(before['required']), list<string>(now['required'])];
  const kept = Object.keys(had).filter((field) => field in has);
  return [
    ...without(Object.keys(had), Object.keys(has)).map((field) => `${at}.${field} is gone`),
    ...without(gives, gave).map((field) => `${at}.${field} must be there now, and older events lack it`),
    ...without(gave, gives)
      .filter((field) => field in has)
      .map((field) => `${at}.${field} need not be there any more, and receivers rely on it`),
    ...kept.flatMap((field) => breaks(`${at}.${field}`, record(had)[field] ?? {}, record(has)[field] ?? {})),
  ];
}

function codeBreaks(at: string, before: JsonSchema, now: JsonSchema): readonly string[] {
  const [had, has] = [before['enum'], now['enum']];
  if (!had !== !has) return [`${at} was ${had ? 'one of a list of codes' : 'any text'}, and is not any more`];
  return without(list<string>(had), list<string>(has)).map(
    (code) => `${at} no longer knows the code ${code}`,
  );
}

/** Of lists what is in them, of alternatives each in its turn. */
function innerBreaks(at: string, before: JsonSchema, now: JsonSchema): readonly string[] {
  const [ways, waysNow] = [list<JsonSchema>(before['anyOf']), list<JsonSchema>(now['anyOf'])];
  if (ways.length !== waysNow.length || 'items' in before !== 'items' in now)
    return [`${at} is made of something else now`];
  return [
    ...ways.flatMap((way, n) => breaks(at, way, waysNow[n] ?? {})),
    ...('items' in before
      ? breaks(`${at}[]`, before['items'] as JsonSchema, now['items'] as JsonSchema)
      : []),
  ];
}

/** What a receiver of `before` would trip over in `now`, where both are about the same thing. */
function breaks(at: string, before: JsonSchema, now: JsonSchema): readonly string[] {
  const keys = without([...new Set([...Object.keys(before), ...Object.keys(now)])], [...SAID, ...PARTS]);
  const told = (value: unknown): string => JSON.stringify(value) ?? 'none';
  return [
    ...keys
      .filter((key) => told(before[key]) !== told(now[key]))
      .map((key) => `${at} has ${key} ${told(now[key])} now, and had ${told(before[key])}`),
    ...codeBreaks(at, before, now),
    ...innerBreaks(at, before, now),
    ...fieldBreaks(at, before, now),
  ];
}

/**
 * What receivers of a release could not bear in what is sent now, each in a sentence that names it. Only additions pass: new
 * types, new fields that need not be there, and new codes, which receivers are told to expect. A type, field or code that is
 * gone, a field that must be there from now on or no longer always is, and another type, format or limit do not: that is a
 * new type of event, which ends in `.v2`.
 */
export const breaksOf = (released: Release, now: Release): readonly string[] =>
  Object.entries(released.schemas).flatMap(([type, before]) => {
    const schema = now.schemas[type];
    return schema ? breaks(type, before, schema) : [`${type} is gone`];
  });
