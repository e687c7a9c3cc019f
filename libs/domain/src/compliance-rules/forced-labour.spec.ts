import { describe, expect, it } from '@jest/globals';
import { checkForcedLabour, xinjiangPlace, type MaterialSupplier } from './forced-labour.js';
import { AT, told } from './plain-checks.fixture.js';
import { because } from './result.js';

const mill: MaterialSupplier = { id: 'm1', name: 'Invented Mill', country: 'VN', address: 'Road 1, Hanoi' };
const hit = because('list-hit', { subject: 'material:m1', list: 'UFLPA', entryId: '7' });
const check = (change: Partial<Parameters<typeof checkForcedLabour>[0]> = {}) =>
  checkForcedLabour({ suppliers: [mill], hits: [], listed: true, at: AT, ...change });

describe('forced labour', () => {
  it('passes when neither the firm nor whom it buys from is listed or sits in Xinjiang, for twelve months', () => {
    expect(check()).toEqual({ verdict: 'PASS', explanation: [], expiresAt: '2027-06-15T05:00:00.000Z' });
  });

  it('is for an officer when a name is on the list: a machine fails nobody', () => {
    expect(told(check({ hits: [hit] }))).toEqual(['POTENTIAL', 'list-hit']);
    expect(JSON.stringify(check({ hits: [hit] }))).not.toContain('Invented');
  });

  it('is for an officer when an address is in the region', () => {
    const result = check({ suppliers: [{ ...mill, country: 'CN', address: 'No. 3, Kashgar, Xinjiang' }] });
    expect(result.explanation).toEqual([
      { code: 'region-keyword', params: { subject: 'material:m1', place: 'xinjiang' } },
    ]);
    expect(told(check({ firmAddress: 'Urumqi Road 5, China' }))).toEqual(['POTENTIAL', 'region-keyword']);
  });

  it('knows the cities in China only, and whole words only', () => {
    expect(xinjiangPlace('Hotan Prefecture', 'CN')).toBe('hotan');
    expect(xinjiangPlace('新疆和田市')).toBe('xinjiang');
    expect(xinjiangPlace('乌鲁木齐市', 'CN')).toBe('urumqi');
    expect(xinjiangPlace('Kashi Road, Varanasi', 'IN')).toBe(undefined);
    expect(xinjiangPlace('Shilihe, Beijing', 'CN')).toBe(undefined);
  });

  it('warns when nobody was named, or the list was not there to look at', () => {
    expect(told(check({ suppliers: [] }))).toEqual(['WARN', 'material-suppliers-missing']);
    expect(told(check({ listed: false }))).toEqual(['WARN', 'uflpa-list-not-loaded']);
  });
});
