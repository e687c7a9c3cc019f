import { describe, expect, it } from '@jest/globals';
import { known } from './prefill.js';

const site = { address: 'Street 51', province: 'KH-12', latitude: 11.5, longitude: 104.9 };

describe('a new application', () => {
  it('knows the name of the firm and the site that was chosen', () => {
    expect(known('Mekong Ribbon', site, [])).toEqual({ profile: { legalName: 'Mekong Ribbon' }, site });
  });

  it('takes over of the last one what is true of the firm, and not what depends on what is made', () => {
    const last = [
      {
        item: 'profile',
        content: { legalName: 'Mekong Ribbon Co.', workers: 40, isic: ['1399'], claims: [] },
      },
      { item: 'tax', content: { tin: 'K001-123456789' } },
      { item: 'capacity', content: { products: ['ribbon'] } },
      { item: 'declaration', content: { truthful: true } },
    ];
    expect(known('Mekong Ribbon', undefined, last)).toEqual({
      profile: { legalName: 'Mekong Ribbon Co.', workers: 40 },
      tax: { tin: 'K001-123456789' },
    });
  });
});
