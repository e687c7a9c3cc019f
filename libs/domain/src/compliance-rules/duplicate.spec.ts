import { describe, expect, it } from '@jest/globals';
import { checkDuplicate, distanceMetres, type DuplicateRow } from './duplicate.js';

const subject: DuplicateRow = {
  organisationId: 'org-1',
  normalisedName: 'mekong trims',
  tin: 'K001-123456789',
  phone: '012 345 678',
  lat: 11.5564,
  lon: 104.9282,
};
const other: DuplicateRow = {
  organisationId: 'org-2',
  normalisedName: 'angkor labels',
  tin: 'K001-987654321',
  phone: '+855 99 111 222',
  lat: 11.6,
  lon: 104.8,
};
const found = (change: Partial<DuplicateRow>) =>
  checkDuplicate(subject, [{ ...other, ...change }]).explanation.map((e) => e.code);

describe('the search for the same firm or site', () => {
  it('passes when nothing is alike, or nobody else is there', () => {
    expect(checkDuplicate(subject, [other])).toEqual({ verdict: 'PASS', explanation: [] });
    expect(checkDuplicate(subject, [])).toMatchObject({ verdict: 'PASS' });
  });

  it('does not find the organisation itself', () => {
    expect(checkDuplicate(subject, [subject])).toMatchObject({ verdict: 'PASS' });
  });

  it.each([
    ['same-tin', { tin: 'k001 123456789' }],
    ['same-phone', { phone: '+855 12 345 678' }],
    ['same-phone', { phone: '00855 (0)12-345-678' }],
    ['same-name', { normalisedName: 'mekong trims' }],
    ['same-place', { lat: 11.5565, lon: 104.9283 }],
  ])('finds the %s', (code, change) => {
    expect(found(change)).toEqual([code]);
  });

  it('names each likeness with the organisation, never with a name', () => {
    const result = checkDuplicate(subject, [{ ...subject, organisationId: 'org-3' }, other]);
    expect(result.verdict).toBe('POTENTIAL');
    expect(result.explanation).toEqual([
      { code: 'same-tin', params: { organisationId: 'org-3' } },
      { code: 'same-phone', params: { organisationId: 'org-3' } },
      { code: 'same-name', params: { organisationId: 'org-3' } },
      { code: 'same-place', params: { organisationId: 'org-3', metres: 0 } },
    ]);
  });

  it('takes empty fields on both sides for no likeness', () => {
    const blank = { normalisedName: '', tin: '', phone: ' ' };
    const a: DuplicateRow = { organisationId: 'a', ...blank };
    expect(checkDuplicate(a, [{ organisationId: 'b', ...blank }, { organisationId: 'c' }])).toMatchObject({
      verdict: 'PASS',
    });
  });

  it('takes a mobile prefix of 085 for no country code', () => {
    const a: DuplicateRow = { organisationId: 'a', phone: '0855 123 456' };
    expect(checkDuplicate(a, [{ organisationId: 'b', phone: '+855 855 123 456' }]).verdict).toBe('POTENTIAL');
    expect(checkDuplicate(a, [{ organisationId: 'b', phone: '0123 456' }]).verdict).toBe('PASS');
  });

  it('draws the line at 100 metres', () => {
    const north = (metres: number) => subject.lat! + metres / 111_195;
    expect(found({ lat: north(99), lon: subject.lon! })).toEqual(['same-place']);
    expect(found({ lat: north(101), lon: subject.lon! })).toEqual([]);
  });

  it('measures along the great circle', () => {
    const km = distanceMetres({ lat: 11.5564, lon: 104.9282 }, { lat: 13.3633, lon: 103.8564 }) / 1000;
    expect(km).toBeCloseTo(232, 0);
  });
});
