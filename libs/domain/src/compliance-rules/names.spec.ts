import { describe, expect, it } from '@jest/globals';
import { beginningOfName, normaliseName } from './names.js';

describe('a name made ready for comparison', () => {
  it.each([
    ['Mekong Trims Co., Ltd.', 'mekong trims'],
    ['MEKONG  TRIMS (CAMBODIA) CO LTD', 'mekong trims'],
    ['Angkor Dye & Print Pte. Ltd.', 'angkor dye and print'],
    ['Société Générale de Tréfilage', 'societe generale de trefilage'],
    ['11420 Corp.', '11420'],
    ['Đông Á Textile', 'dong a textile'],
    ['Ｆｕｌｌｗｉｄｔｈ Label', 'fullwidth label'],
    ['Button\u200bworks', 'buttonworks'],
    ["O'Neil-Zip", 'o neil zip'],
  ])('turns %p into %p', (name, expected) => {
    expect(normaliseName(name)).toBe(expected);
  });

  it('keeps the whole name when it is made of legal forms only', () => {
    expect(normaliseName('Garment Trading Co., Ltd.')).toBe('garment trading co ltd');
  });

  it('keeps the country where a name begins with it', () => {
    expect(normaliseName('Cambodia Apparel Ltd')).toBe('cambodia apparel');
  });

  it('cuts Khmer legal forms and keeps vowel signs', () => {
    expect(normaliseName('ក្រុមហ៊ុន អង្គរវត្ថុ ឯ.ក')).toBe('អង្គរវត្ថុ');
    expect(normaliseName('កិច្ច')).not.toBe(normaliseName('កច្ច'));
  });

  it('of nothing is nothing, and of punctuation too', () => {
    expect(normaliseName('')).toBe('');
    expect(normaliseName(' ... ')).toBe('');
  });

  it('does not change when it is made ready again', () => {
    const once = normaliseName('Société Anonyme «Bébé» & Fils Co., Ltd. (Cambodia)');
    expect(normaliseName(once)).toBe(once);
  });
});

describe('the beginning of a name', () => {
  it.each(['M', 'Mekong', 'Mekong Tr', 'Mekong Trims C', 'Mekong Trims Co., L', 'Mekong Trims Co., Ltd.'])(
    'is one of the whole name while it is typed: %s',
    (typed) => {
      const beginning = beginningOfName(typed);
      expect(beginning).not.toBe('');
      expect(normaliseName('Mekong Trims Co., Ltd.').startsWith(beginning)).toBe(true);
    },
  );

  it('does not leave out the only word, nor one that becomes no legal form', () => {
    expect(beginningOfName('Co')).toBe('co');
    expect(beginningOfName('Angkor Weaving')).toBe('angkor weaving');
    expect(beginningOfName('...')).toBe('');
  });
});
