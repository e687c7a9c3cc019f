import { describe, expect, it } from '@jest/globals';
import { prefersPage } from '../http/prefers-page.js';
import { letterPage } from './letter-page.js';

const LETTER = {
  ...{ seq: 7, decidedAt: '2026-11-30T17:30:00.000Z', language: 'km' as const, draftTranslation: true },
  ...{ qualificationId: 'q', caseNumber: 'SQ-2026-000001', site: '"><script>alert(1)</script>' },
  supplier: { id: 's', name: '<b>Threads</b> & Sons’ Co.' },
  title: 'Decision',
  decisions: [{ code: 'x', params: {}, text: 'It is "so" <i>.' }],
  ...{ reasons: [], restsOn: [], next: [{ code: 'y', params: {}, text: "Don't" }] },
  ...{ signedBy: [{ role: 'officer', text: 'an officer' }], fourEyes: true },
};

describe('the page of a letter', () => {
  it('has nothing in it that a name could have brought, and says its language', () => {
    const page = letterPage(LETTER);
    expect(page).toContain('<html lang="km">');
    expect(page).not.toMatch(/<script|<b>|<i>/);
    expect(page).toContain('&lt;b&gt;Threads&lt;/b&gt; &amp; Sons’ Co.');
    expect(page).toContain('It is &quot;so&quot; &lt;i&gt;.');
    expect(page).toContain('role="note"');
    expect(page.match(/<h2>/g)).toHaveLength(3);
    expect(letterPage({ ...LETTER, language: 'en', draftTranslation: false })).not.toContain('role="note"');
  });

  it.each([
    ['text/html,application/xhtml+xml,*/*;q=0.8', true],
    ['application/json', false],
    ['*/*', false],
    [undefined, false],
    ['text/html;q=0.5, application/json', false],
    ['application/json;q=0.5, TEXT/HTML', true],
  ])('is for those who would rather have it: %s', (accept, page) => {
    expect(prefersPage(accept)).toBe(page);
  });
});
