import { describe, expect, it } from '@jest/globals';
import { isInCambodia, pointIn, provinceNear } from './place.js';

describe('a place on the map', () => {
  it('is read as maps copy it', () => {
    expect(pointIn(' 11.5321, 104.8312 ')).toEqual({ latitude: 11.5321, longitude: 104.8312 });
    expect(pointIn('11.53211234567 104.83')).toEqual({ latitude: 11.532112, longitude: 104.83 });
    expect(pointIn('Street 51')).toBeUndefined();
  });

  it('is near a province, and in the country or not', () => {
    const phnomPenh = { latitude: 11.5564, longitude: 104.9282 };
    expect(provinceNear(phnomPenh)?.iso).toBe('KH-12');
    expect(isInCambodia(phnomPenh)).toBe(true);
    expect(isInCambodia({ latitude: 104.9, longitude: 11.5 })).toBe(false);
  });
});
