import { describe, expect, it } from '@jest/globals';
import { countryCode, countryCodes } from './countries.js';
import { addressOf, birthSpan, birthSpans, idNumbers, normaliseId } from './identity.js';

describe('what a hit on a name is held against', () => {
  it.each([
    ['Cambodia', 'KH'],
    ['KH', 'KH'],
    ['Korea, North', 'KP'],
    ["Democratic People's Republic of Korea", 'KP'],
    ['Viet Nam', 'VN'],
    ['Lao People’s Democratic Republic', 'LA'],
    ['Burma', 'MM'],
    ['Hong Kong', 'HK'],
    ['Germany', 'DE'],
    ['undetermined', undefined],
    ['', undefined],
  ])('a country: %s is %s', (name, code) => {
    expect(countryCode(name)).toBe(code);
  });

  it('each known country once', () => {
    expect(countryCodes(['Thailand', 'KH', undefined, 'Cambodia', 'nowhere'])).toEqual(['KH', 'TH']);
  });

  it.each([
    ['10 Dec 1948', 1948, 1948],
    ['1956 to 1958', 1956, 1958],
    ['circa 1960', 1958, 1962],
    ['APPROXIMATELY 1960', 1958, 1962],
    ['2001-02-03', 2001, 2001],
  ])('a year of birth: %s', (text, from, to) => {
    expect(birthSpan(text)).toEqual({ from, to });
  });

  it('no year where none is given, and each span once', () => {
    expect(birthSpan('unknown 12345')).toBeUndefined();
    expect(birthSpans(['1960', '01 Jan 1960', ''])).toEqual([{ from: 1960, to: 1960 }]);
  });

  it('a number without its spaces and dashes, but not one that tells nobody apart', () => {
    expect(normaliseId(' n-00 00/17 ')).toBe('N000017');
    expect(idNumbers(['1234', 'NUMBERS', 'A 1234', 'a-1234', '-0-'])).toEqual(['A1234']);
  });

  it('an address only where it says city or country', () => {
    expect(addressOf('Kampot', 'Cambodia')).toEqual({ city: 'Kampot', country: 'KH' });
    expect(addressOf('', 'undetermined')).toBeUndefined();
  });
});
