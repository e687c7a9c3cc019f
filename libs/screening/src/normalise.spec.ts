import { describe, expect, it } from '@jest/globals';
import { comparisonKeys, entityKey, normaliseName, personKey, reorderPersonName } from './normalise.js';

describe('a name is normalised', () => {
  it.each([
    ['accents and case go', 'Société GÉNÉRALE d’Étoffes', 'societe generale d etoffes'],
    ['strokes that Unicode keeps go too', 'Łódź Straße Øst', 'lodz strasse ost'],
    ['full-width letters become plain ones', 'ＬＯＴＵＳ', 'lotus'],
    ['an ampersand is the word', 'Silk & Thread', 'silk and thread'],
    ['punctuation becomes one space', 'Sok--Chan / (Phnom.Penh)', 'sok chan phnom penh'],
    ['digits stay', 'Unit 11420 Garments', 'unit 11420 garments'],
    ['nothing comparable is empty', ' -- ', ''],
  ])('%s', (_rule, name, expected) => {
    expect(normaliseName(name)).toBe(expected);
  });

  it('loses the zero-width characters of Khmer text but none of its vowels', () => {
    expect(normaliseName('សំ\u200bណាង\u200c ផ្កា\u200dឈូក')).toBe('សំណាង ផ្កាឈូក');
    expect(normaliseName('សុខ')).not.toBe(normaliseName('សិខ'));
  });
});

describe("a person's name", () => {
  it('is reordered from LAST, First, a later part staying at the end', () => {
    expect(reorderPersonName('DE EXAMPLE, Maria Sok, Jr.')).toBe('Maria Sok DE EXAMPLE Jr.');
    expect(reorderPersonName('MONONYM')).toBe('MONONYM');
  });

  it('has one key whatever the order of its words', () => {
    expect(personKey('CHAN, Sok')).toBe(personKey('sok chan'));
    expect(personKey('Chan Sok')).toBe(personKey('Sok Chan'));
    expect(personKey('Sok Chan')).not.toBe(personKey('Sok Chann'));
  });
});

describe("a firm's name", () => {
  it.each([
    ['Blue Lotus Weaving Co., Ltd.', 'blue lotus weaving'],
    ['BLUE LOTUS WEAVING COMPANY LIMITED', 'blue lotus weaving'],
    ['Blue Lotus Weaving S.A.', 'blue lotus weaving'],
    ['Blue Lotus Weaving Sdn. Bhd.', 'blue lotus weaving'],
    ['Blue Lotus Weaving Import Export', 'blue lotus weaving'],
    ['ក្រុមហ៊ុន ផ្កាឈូក ឯ.ក', 'ផ្កាឈូក'],
  ])('is compared without its legal form: %s', (name, key) => {
    expect(entityKey(name)).toBe(key);
  });

  it('keeps its line of business where only one word would be left', () => {
    expect(entityKey('Golden Garment Factory Co., Ltd.')).toBe('golden garment factory');
    expect(entityKey('Golden Trading')).not.toBe(entityKey('Golden Holdings'));
  });

  it('stays whole where it is nothing but a legal form', () => {
    expect(entityKey('Company Limited')).toBe('company limited');
    expect(entityKey('Import Export Trading')).toBe('import export trading');
  });

  it('is also filed without what stands in brackets', () => {
    expect(comparisonKeys('Blue Lotus (Cambodia) Co., Ltd.', 'entity')).toEqual([
      'blue lotus cambodia',
      'blue lotus',
    ]);
    expect(comparisonKeys('(Blue Lotus)', 'entity')).toEqual(['blue lotus']);
    expect(comparisonKeys('...', 'entity')).toEqual([]);
  });
});
