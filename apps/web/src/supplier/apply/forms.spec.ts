import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { APPLICATION_SECTION_BODIES } from '#contracts';
import { codesOf, namesOf, type Content, type Field } from './fields.js';
import { FORMS, type FormSection } from './forms.js';
import { wrongsIn } from './wrong.js';

/** Fields that the app gives by itself, or that nobody is asked here. */
const NOT_ASKED: Readonly<Partial<Record<FormSection, readonly string[]>>> = {
  site: ['osId'],
  declaration: ['signedOn'],
};
const ENTRIES_NOT_TWICE = ['owners', 'suppliers', 'reports'];

/** Mostly what fits, now and then what does not. */
const mostly = (good: readonly unknown[], bad: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...good) },
    { weight: 1, arbitrary: fc.constantFrom(...bad) },
  );
const someText = mostly(['ក្រុមហ៊ុន មេគង្គ', 'Mekong Ribbon', '012 345', 'a@b.kh'], ['x'.repeat(600)]);
const BY_KIND: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  phone: mostly(['012 345 678', '+855 12 345 678'], ['12', '0123']),
  email: mostly(['dara@example.com'], ['dara@', 'dara']),
  url: mostly(['https://example.com'], ['example.com']),
  date: mostly(['2026-01-31', '2027-02-01'], ['26-1-1', '2600-01-01']),
  month: mostly(['2026-10'], ['2026-13']),
  'yes-no': fc.boolean(),
  tick: fc.boolean(),
  list: fc.uniqueArray(mostly(['ribbon', 'ស្លាក', 'yarn'], ['y'.repeat(250)]), { maxLength: 3 }),
  hs: fc.uniqueArray(mostly(['5806', '5806.10', '580610'], ['58']), { maxLength: 3 }),
};
const numberOf = ({ min, max }: { readonly min: number; readonly max: number }): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min, max: Math.min(max, min + 200) }) },
    { weight: 2, arbitrary: fc.double({ min, max, noNaN: true }) },
    { weight: 1, arbitrary: mostly([min - 1, max + 1], ['ច្រើន']) },
  );
function valueOf(field: Field): fc.Arbitrary<unknown> {
  if (field.kind === 'choice') return fc.constantFrom(...codesOf(field, 'TRIMS'));
  if (field.kind === 'many')
    return fc.uniqueArray(fc.constantFrom(...codesOf(field, 'TRIMS')), { maxLength: 3 });
  if (field.kind === 'number') return numberOf(field);
  if (field.kind === 'entries') return fc.array(contentOf(field.of, field.ids), { maxLength: 3 });
  return BY_KIND[field.kind] ?? someText;
}
function contentOf(fields: readonly Field[], ids?: string): fc.Arbitrary<Content> {
  const each = fields.flatMap((field) => namesOf(field).map((name) => [name, field] as const));
  const values = each.map(([name, field]) => [
    name,
    field.kind === 'place' ? fc.double({ min: -100, max: 100, noNaN: true }) : valueOf(field),
  ]);
  const needed = each.filter(([, field]) => field.needed).map(([name]) => name);
  return fc
    .record(Object.fromEntries(values) as Record<string, fc.Arbitrary<unknown>>, {
      requiredKeys: needed as never[],
    })
    .map((content) => (ids ? { ...content, id: `${ids}1` } : content));
}
/** As the app sends it: nothing that is empty. */
const sent = (content: Content): Content =>
  Object.fromEntries(
    Object.entries(content).filter(
      ([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
const numbered = (content: Content): Content =>
  Object.fromEntries(
    Object.entries(content).map(([name, value]) =>
      ENTRIES_NOT_TWICE.includes(name) && Array.isArray(value)
        ? [
            name,
            value.map((one: Content, nth) =>
              'id' in one ? { ...one, id: `${String(one['id'])}${nth}` } : one,
            ),
          ]
        : [name, value],
    ),
  );

describe.each(Object.keys(FORMS) as FormSection[])('the form of %s', (section) => {
  const schema = APPLICATION_SECTION_BODIES[section];
  it('asks for everything that the API takes', () => {
    const asked = FORMS[section].flatMap(namesOf);
    const known = Object.keys((schema as unknown as { shape: object }).shape);
    expect(asked.toSorted()).toEqual(known.filter((name) => !NOT_ASKED[section]?.includes(name)).toSorted());
  });

  it('lets nothing through that the API refuses', () => {
    let passed = 0;
    fc.assert(
      fc.property(contentOf(FORMS[section]), (made) => {
        const content = sent(numbered(made));
        if (wrongsIn(FORMS[section], content).length > 0) return;
        passed += 1;
        expect(schema.safeParse(content).error?.issues ?? []).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(passed).toBeGreaterThan(5);
  });
});

describe('what is wrong in a section', () => {
  it('is named by the place of the field, in an entry too', () => {
    const owners = [{ id: 'o1', kind: 'person', name: 'Sok Dara', sharePercent: 'ច្រើន' }, { id: 'o2' }];
    expect(wrongsIn(FORMS.owners, { owners })).toEqual([
      { pointer: '#/owners/0/sharePercent', code: 'number' },
      { pointer: '#/owners/1/kind', code: 'needed' },
      { pointer: '#/owners/1/name', code: 'needed' },
      { pointer: '#/owners/1/sharePercent', code: 'needed' },
    ]);
  });

  it('is a certificate that ends before it begins, and more women than people', () => {
    const certificates = [
      {
        scheme: 'GRS',
        number: '1',
        holderName: 'A',
        scope: ['TRIMS'],
        validFrom: '2026-02-01',
        validTo: '2026-01-01',
      },
    ];
    expect(wrongsIn(FORMS.certificates, { certificates })).toEqual([
      { pointer: '#/certificates/0/validTo', code: 'order' },
    ]);
    expect(wrongsIn(FORMS.profile, { workers: 3, womenWorkers: 4 })).toEqual([
      { pointer: '#/womenWorkers', code: 'women' },
    ]);
  });

  it('is nothing while a field of the section waits until later', () => {
    for (const fields of Object.values(FORMS)) expect(wrongsIn(fields, {})).toEqual([]);
  });
});
