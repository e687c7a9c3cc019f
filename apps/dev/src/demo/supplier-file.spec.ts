import { describe, expect, it } from '@jest/globals';
import { parseSuppliers } from './supplier-file.js';

const HEAD = 'country_code,name,address,sector,latitude,longitude';
const GOOD = 'KH,Lotus Ribbons,"Street 1, Phnom Penh",Apparel,11.55,104.9';
const reading =
  (...lines: string[]) =>
  () =>
    parseSuppliers([HEAD, ...lines].join('\n'), 'some.csv');

describe('a file of suppliers', () => {
  it('gives each supplier with its place', () => {
    expect(reading(GOOD)()).toEqual([
      { name: 'Lotus Ribbons', address: 'Street 1, Phnom Penh', latitude: 11.55, longitude: 104.9 },
    ]);
  });

  it('may begin with a byte order mark and have empty lines', () => {
    expect(parseSuppliers(`\ufeff${HEAD}\n\n${GOOD}\n\n`, 'some.csv')).toHaveLength(1);
  });

  it('is refused with the line and column of every value that cannot be used', () => {
    const bad = reading(GOOD, 'KH,,Street 2,Apparel,north,104.9', 'TH,Other,Street 3,Apparel,95,104.9');
    expect(bad).toThrow('line 3, column name: is empty');
    expect(bad).toThrow('line 3, column latitude: is not a number');
    expect(bad).toThrow('line 4, column country_code: must be KH');
    expect(bad).toThrow('line 4, column latitude: is above 90');
  });

  it('names the line that has too few columns', () => {
    expect(reading('KH,Lotus Ribbons,Street 1')).toThrow('line 2: has 3 columns, expected 6');
  });

  it('counts lines as an editor does, also after an address over two lines', () => {
    const twoLines = 'KH,Lotus Ribbons,"Street 1\nPhnom Penh",Apparel,11.55,104.9';
    expect(reading(twoLines, 'KH,Other,Street 2,Apparel,,104.9')).toThrow(
      'line 4, column latitude: is empty',
    );
  });

  it('must have exactly the known columns', () => {
    expect(() => parseSuppliers('name,address\na,b', 'some.csv')).toThrow('the columns must be country_code');
  });

  it('must hold a supplier', () => {
    expect(reading()).toThrow('some.csv has no suppliers');
  });
});
