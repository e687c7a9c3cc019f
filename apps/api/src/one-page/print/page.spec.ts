import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '#wording';
import { onePageHtml } from './page.js';
import { somePage } from './page.fixture.js';

const bodyOf = (html: string): string => html.slice(html.indexOf('<body>'));

describe('one page as it is printed', () => {
  it('is the same for the same case, and says its language', () => {
    for (const language of LANGUAGES) {
      const html = onePageHtml(somePage(language));
      expect(html).toBe(onePageHtml(somePage(language)));
      expect(html).toContain(`<html lang="${language}">`);
    }
  });

  it('has nothing in it that a name could have brought, and loads nothing', () => {
    const html = onePageHtml(somePage('km'), '/* faces */');
    expect(html).not.toMatch(/<script|<b>Label|<i>Requester|<link|<img|@import|url\(/);
    expect(html).toContain('&lt;b&gt;Label&lt;/b&gt; &amp; &quot;Thread&quot; Co., Ltd.');
    expect(html).toContain('Rita &lt;i&gt;Requester&lt;/i&gt;');
    expect(bodyOf(html)).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it('says which part was not opened, and which has nothing in it', () => {
    const closed = bodyOf(onePageHtml(somePage('en')));
    expect(closed.match(/The supplier has not opened this to you\./g)).toHaveLength(1);
    const page = somePage('en');
    const empty = bodyOf(
      onePageHtml({ ...page, notOpened: [], owners: null, findings: null, score: null, pilots: [] }),
    );
    expect(empty).not.toContain('has not opened');
    expect(empty.match(/Not told yet\./g)).toHaveLength(2);
    expect(empty).toContain('You have placed no pilot order here.');
    expect(bodyOf(onePageHtml({ ...page, decision: null }))).not.toContain('Your decision');
  });

  it('counts in the digits of its language, and dates as people say them', () => {
    const km = bodyOf(onePageHtml(somePage('km')));
    expect(km).toContain('៤០០.០០០ ដុំ');
    expect(km).toContain('១៥ ធ្នូ ២០២៦');
    const en = bodyOf(onePageHtml(somePage('en')));
    expect(en).toContain('400,000 pieces');
    expect(en).toContain('15 December 2026');
  });

  it('says that its words are a draft where they are', () => {
    expect(onePageHtml(somePage('km'))).toContain('សេចក្ដីព្រាង');
    expect(onePageHtml(somePage('en'))).not.toContain('draft translation');
  });
});
