import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { EVENT_CATALOGUE } from './catalogue.js';
import { eventSchema } from './event-schema.js';
import { breaksOf, releaseOfNow, type Release } from './release.js';

const FOLDER = join(import.meta.dirname, '../../released');
const releases = readdirSync(FOLDER)
  .map((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Release)
  .sort((a, b) => a.release - b.release);
const now = releaseOfNow(releases.length + 1);

const TYPE = 'org.selvedge.qualification.pilot-placed.v1';
const [template] = EVENT_CATALOGUE;
/** A release with one type, whose data are these. */
const made = (shape: z.core.$ZodShape): Release => {
  const event = { ...template!, type: TYPE, data: z.object(shape) };
  return { release: 1, schemas: { [TYPE]: eventSchema(event) } };
};
const BEFORE = {
  pilotId: z.uuid(),
  reason: z.enum(['a', 'b']).optional(),
  lots: z.array(z.number().int().max(10)),
  links: z.object({ qualification: z.url() }),
};

describe('the schemas that were released', () => {
  it('are numbered without a gap, and each bears what came after', () => {
    expect(releases.map(({ release }) => release)).toEqual(releases.map((_, n) => n + 1));
    expect(releases.length).toBeGreaterThan(0);
    const pairs = releases.slice(1).flatMap((next, n) => breaksOf(releases[n]!, next));
    expect(pairs).toEqual([]);
  });

  it('are kept: whoever reads by the newest of them reads what is sent now', () => {
    expect(breaksOf(releases.at(-1)!, now)).toEqual([]);
  });

  it.each<[string, z.core.$ZodShape]>([
    ['nothing at all', BEFORE],
    ['a field that need not be there', { ...BEFORE, later: z.uuid().optional() }],
    ['a code', { ...BEFORE, reason: z.enum(['a', 'b', 'c']).optional() }],
    ['a link', { ...BEFORE, links: z.object({ qualification: z.url(), task: z.url().optional() }) }],
    ['other words', { ...BEFORE, pilotId: z.uuid().meta({ description: 'Of the order.', examples: ['x'] }) }],
  ])('may get %s', (_what, shape) => {
    expect(breaksOf(made(BEFORE), made(shape))).toEqual([]);
  });

  it('may get a type', () => {
    const { schemas, release } = made(BEFORE);
    const more = { release, schemas: { ...schemas, 'org.selvedge.qualification.new.v1': {} } };
    expect(breaksOf(made(BEFORE), more)).toEqual([]);
  });

  const { pilotId, reason, lots, links } = BEFORE;
  it.each<[string, z.core.$ZodShape, RegExp]>([
    ['loses a field', { pilotId, lots, links }, /pilot-placed\.v1\.reason is gone/],
    ['loses a link', { ...BEFORE, links: z.object({}) }, /v1\.links\.qualification is gone/],
    ['needs a new field', { ...BEFORE, later: z.uuid() }, /v1\.later must be there now/],
    ['needs an old field', { ...BEFORE, reason: z.enum(['a', 'b']) }, /v1\.reason must be there now/],
    [
      'no longer always has a field',
      { ...BEFORE, pilotId: pilotId.optional() },
      /v1\.pilotId need not be there/,
    ],
    ['has another type', { ...BEFORE, pilotId: z.number() }, /v1\.pilotId has type "number" now/],
    [
      'has another format',
      { ...BEFORE, pilotId: z.iso.date() },
      /v1\.pilotId has format "date" now, and had "uuid"/,
    ],
    [
      'has a longer list',
      { ...BEFORE, lots: z.array(z.number().int().max(20)) },
      /v1\.lots\[\] has maximum 20 now/,
    ],
    ['lists something else', { ...BEFORE, lots: z.array(z.uuid()) }, /v1\.lots\[\] has type "string" now/],
    ['lists anything', { ...BEFORE, lots: z.array(z.unknown()) }, /v1\.lots\[\] has type none now/],
    [
      'loses a code',
      { ...BEFORE, reason: z.enum(['a', 'c']).optional() },
      /v1\.reason no longer knows the code b/,
    ],
    [
      'takes any text for a code',
      { ...BEFORE, reason: z.string().optional() },
      /v1\.reason is made of something else/,
    ],
    ['has codes for text', { ...BEFORE, pilotId: reason }, /v1\.pilotId is made of something else/],
    [
      'is closed',
      { pilotId, reason, lots, links: z.looseObject({ ...links.shape }) },
      /additionalProperties/,
    ],
  ])('are broken by a type that %s', (_what, shape, sentence) => {
    expect(breaksOf(made(BEFORE), made(shape)).join('\n')).toMatch(sentence);
  });

  it('are broken by a type that is gone, and by another shape of every event', () => {
    const schemas = Object.fromEntries(Object.entries(now.schemas).filter(([type]) => type !== TYPE));
    expect(breaksOf(now, { release: 1, schemas })).toEqual([`${TYPE} is gone`]);
    const envelope = { ...now.schemas['CloudEvent'], required: ['id'] };
    expect(breaksOf(now, { release: 1, schemas: { ...now.schemas, CloudEvent: envelope } })).toContain(
      'CloudEvent.sequence need not be there any more, and receivers rely on it',
    );
  });
});
