import { describe, expect, it } from '@jest/globals';
import { askedSections } from './asked.js';

describe('what the office asks about', () => {
  it('is shown as the fields it named, or as a whole section', () => {
    expect(askedSections(['profile.contactPhone', 'profile.workers', 'site', 'BL-01'])).toEqual([
      ['profile', ['contactPhone', 'workers']],
      ['site', undefined],
    ]);
  });

  it('is the point on the map for either of its numbers, and all of a section for a field that it does not have', () => {
    expect(askedSections(['site.longitude', 'site.latitude'])).toEqual([['site', ['latitude']]]);
    expect(askedSections(['owners.unknown'])).toEqual([['owners', undefined]]);
  });
});
