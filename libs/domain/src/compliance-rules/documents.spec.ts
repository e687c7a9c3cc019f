import { describe, expect, it } from '@jest/globals';
import { checkAuthenticity, type DocumentTraits } from './document-authenticity.js';
import { checkLocation } from './document-location.js';

const RECEIVED = '2026-03-04T03:00:00.000Z';
const codes = (traits: Partial<DocumentTraits>): readonly string[] =>
  checkAuthenticity({ elsewhere: [], receivedAt: RECEIVED, ...traits }).explanation.map(({ code }) => code);

describe('the authenticity of a document', () => {
  it('raises nothing for one that nobody else has, taken the day before', () => {
    expect(
      checkAuthenticity({ elsewhere: [], receivedAt: RECEIVED, takenAt: '2026-03-03T02:00:00.000Z' }),
    ).toEqual({ verdict: 'PASS', explanation: [] });
    expect(codes({})).toEqual([]);
  });

  it('tells the same file from an image that only looks the same, by ids', () => {
    const elsewhere = [
      { documentId: 'doc-1', organisationId: 'org-1', sameFile: true },
      { documentId: 'doc-2', organisationId: 'org-2', sameFile: false },
    ];
    expect(checkAuthenticity({ elsewhere, receivedAt: RECEIVED })).toEqual({
      verdict: 'POTENTIAL',
      explanation: [
        { code: 'same-file-at-other-firm', params: { documentId: 'doc-1', organisationId: 'org-1' } },
        { code: 'same-image-at-other-firm', params: { documentId: 'doc-2', organisationId: 'org-2' } },
      ],
    });
  });

  it.each([
    ['2026-03-05T03:00:00.000Z', []],
    ['2026-03-05T03:00:01.000Z', ['taken-after-upload']],
    ['2025-03-04T03:00:00.000Z', []],
    ['2025-03-04T02:59:59.000Z', ['taken-long-before']],
  ])('allows a clock one day and a photo one year: %s', (takenAt, expected) => {
    expect(codes({ takenAt })).toEqual(expected);
  });

  it('wants a photo of an audit to be from the visit, give or take a day', () => {
    const visitDate = '2026-03-03';
    expect(codes({ visitDate, takenAt: '2026-03-02T01:00:00.000Z' })).toEqual([]);
    expect(codes({ visitDate, takenAt: '2026-03-01T16:59:59.000Z' })).toEqual(['taken-before-visit']);
    expect(codes({ visitDate, takenAt: '2026-03-01T17:00:00.000Z' })).toEqual([]);
    expect(codes({ visitDate })).toEqual([]);
  });

  it('notes a program for changing PDFs', () => {
    expect(checkAuthenticity({ elsewhere: [], receivedAt: RECEIVED, editor: 'ilovepdf' })).toEqual({
      verdict: 'WARN',
      explanation: [{ code: 'written-by-editor', params: { editor: 'ilovepdf' } }],
    });
  });
});

describe('the place of a photo', () => {
  const site = { latitude: 11.5564, longitude: 104.9282 };
  const north = (metres: number) => ({ ...site, latitude: site.latitude + metres / 111_195 });

  it('draws the line at 300 metres', () => {
    expect(checkLocation(north(299), site)).toEqual({ verdict: 'PASS', explanation: [] });
    expect(checkLocation(north(300.5), site).verdict).toBe('WARN');
    expect(checkLocation(north(5_000), site).explanation).toEqual([
      { code: 'far-from-site', params: { metres: 5_000 } },
    ]);
  });

  it('has nothing to say without a place on either side', () => {
    expect(checkLocation(undefined, site).verdict).toBe('PASS');
    expect(checkLocation(site, undefined).verdict).toBe('PASS');
  });
});
