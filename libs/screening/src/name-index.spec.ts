import { describe, expect, it } from '@jest/globals';
import type { ScreeningQuery } from './hit.js';
import type { ListEntry } from './list-entry.js';
import { NameIndex } from './name-index.js';

const blank = { countries: [], births: [], idNumbers: [], addresses: [] };
const person: ListEntry = {
  ...{ list: 'UN-SC', entryId: 'XXi.9', kind: 'person', ...blank },
  names: [
    { name: 'SHUTTLEBY, Leng Sereyvuth', quality: 'primary' },
    { name: 'Leng Sereyvuth', quality: 'aka' },
    { name: 'Threadbare Weaver', quality: 'weak' },
    { name: 'Abdullah', quality: 'aka' },
  ],
  countries: ['KH', 'LA'],
  births: [{ from: 1960, to: 1962 }],
  idNumbers: ['N0000017'],
};
const firm: ListEntry = {
  ...{ list: 'OFAC-SDN', entryId: '99', kind: 'entity', ...blank },
  names: [
    { name: 'Inventa Looms & Shuttles Co., Ltd.', quality: 'primary' },
    { name: 'Company Limited', quality: 'aka' },
  ],
  countries: ['KH'],
  idNumbers: ['REG00001'],
};
const index = new NameIndex();
index.add(person, 'v1');
index.add(firm, 'v2');
const ask = (query: Partial<ScreeningQuery> & { name: string }) => index.match({ kind: 'person', ...query });
const codes = (query: Partial<ScreeningQuery> & { name: string }) =>
  ask(query)[0]?.reasons.map(({ code }) => code);

describe('a hit', () => {
  it('says list, edition, entry, name and why', () => {
    expect(ask({ name: 'Sereyvut Shutlebx' })).toEqual([
      {
        ...{ list: 'UN-SC', listVersion: 'v1', entryId: 'XXi.9', name: 'SHUTTLEBY, Leng Sereyvuth' },
        ...{ matched: 'primary', band: 'potential', score: 0.765 },
        entryDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
        entry: { kind: 'person', countries: ['KH', 'LA'], births: [{ from: 1960, to: 1962 }] },
        words: [
          { asked: 'sereyvut', listed: 'sereyvuth', similarity: 0.97, likeness: 'sounds' },
          { asked: 'shutlebx', listed: 'shuttleby', similarity: expect.any(Number), likeness: 'sounds' },
        ],
        unmatched: { asked: [], listed: ['leng'] },
        parts: [{ feature: 'two-edits', value: 1, weight: -0.654, contribution: -0.654 }],
        ...{ agrees: [], disagrees: [] },
        reasons: [
          { code: 'sounds-alike', params: { words: 2 } },
          { code: 'spelling-differs', params: { edits: 2 } },
          { code: 'words-missing', params: { asked: 1, listed: 0 } },
        ],
      },
    ]);
  });

  it.each<[string, Partial<ScreeningQuery> & { name: string }, string]>([
    ['strong when the name is the same', { name: 'Sereyvuth Leng Shuttleby' }, 'strong'],
    ['strong when it sounds the same word for word', { name: 'Leng Sereivut Shutlebi' }, 'strong'],
    ['potential when letters differ', { name: 'Sereyvxth Leng Shuttleby' }, 'potential'],
    ['potential when a word is missing', { name: 'Sereyvuth Shuttleby' }, 'potential'],
    ['potential by a weak alias that is the same', { name: 'Threadbare Weaver' }, 'potential'],
    ['strong by a number, whatever the name', { name: 'Somebody Else', idNumbers: ['n 0000-017'] }, 'strong'],
    [
      'potential when the name is the same but the country is not',
      { name: 'Leng Sereyvuth', country: 'FR' },
      'potential',
    ],
    ['strong when the country agrees too', { name: 'Leng Sereyvuth', country: 'kh' }, 'strong'],
  ])('is %s', (_what, query, band) => {
    expect(ask(query)).toMatchObject([{ entryId: 'XXi.9', band }]);
  });

  it.each<[string, Partial<ScreeningQuery> & { name: string }]>([
    ['another given name', { name: 'Makara Shuttleby' }],
    ['a weak alias that is only alike', { name: 'Threadbare Weavr' }],
    ['a single common word among others', { name: 'Abdullah Nassaj' }],
    ['a number of another kind of party', { name: 'Somebody Else', idNumbers: ['REG00001'] }],
    [
      'both country and year of birth against a slip',
      { name: 'Sereyvxth Leng Shuttlebx', country: 'FR', birthYear: 1990 },
    ],
  ])('is not made of %s', (_what, query) => {
    expect(ask(query)).toEqual([]);
  });

  it.each<[string, Partial<ScreeningQuery> & { name: string }]>([
    ['a weak alias', { name: 'Threadbare Weavr', country: 'LA' }],
    ['a single common word', { name: 'Abdullah Nassaj', birthYear: 1961 }],
  ])('is made of %s when something else agrees', (_what, query) => {
    expect(ask(query)).toMatchObject([{ band: 'corroborated' }]);
  });

  it('says what agrees and what does not; a year beside the listed ones is neither', () => {
    const name = 'Leng Sereyvuth';
    expect(ask({ name, country: 'FR', birthYear: 1960 })).toMatchObject([
      { agrees: ['birth-year'], disagrees: ['country'] },
    ]);
    expect(ask({ name, birthYear: 1963 })).toMatchObject([{ agrees: [], disagrees: [] }]);
    expect(ask({ name, birthYear: 1964 })).toMatchObject([{ disagrees: ['birth-year'] }]);
  });

  it('gives its reasons as codes', () => {
    expect(codes({ name: 'Sereyvuth Leng Shuttleby' })).toEqual(['same-name']);
    expect(codes({ name: 'Sereyvxth Shuttleby' })).toEqual(['spelling-differs', 'words-missing']);
    expect(codes({ name: 'L. Sereyvuth Shuttleby' })).toEqual(['initials']);
    expect(codes({ name: 'Threadbare Weaver', country: 'FR' })).toEqual([
      'same-name',
      'weak-alias',
      'disagrees',
    ]);
    expect(codes({ name: 'Inventa Looms Shuttles AG', kind: 'entity' })).toEqual(['legal-form-differs']);
    expect(codes({ name: 'Inventa Looms Shuttles GmbH', kind: 'entity' })).toEqual([]);
  });

  it('is never strong where nothing but a legal form is left of the name', () => {
    expect(ask({ name: 'Company, Limited', kind: 'entity' })).toMatchObject([{ band: 'potential' }]);
    expect(ask({ name: 'Shuttleworth Company Limited', kind: 'entity' })).toEqual([]);
  });
});

describe('the index', () => {
  it('gives each party once, the likeliest first', () => {
    const two = new NameIndex();
    two.add(person, 'v1');
    two.add(
      { ...person, entryId: 'XXi.8', names: [{ name: 'Sereyvuth Shuttlebx', quality: 'primary' }] },
      'v1',
    );
    const hits = two.match({ name: 'Leng Sereyvuth Shuttleby', kind: 'person' });
    expect(hits.map(({ entryId, band }) => `${entryId} ${band}`)).toEqual([
      'XXi.9 strong',
      'XXi.8 potential',
    ]);
  });

  it('finds a firm by its initials and by words written together', () => {
    expect(ask({ name: 'Inventa Loomsand Shuttles', kind: 'entity' })).toHaveLength(1);
    expect(ask({ name: 'InventaLooms Shuttles', kind: 'entity' })).toHaveLength(1);
  });

  it('takes a name that cannot be compared for an error, never for nobody', () => {
    expect(() => ask({ name: '...' })).toThrow('no letter or digit');
  });
});
