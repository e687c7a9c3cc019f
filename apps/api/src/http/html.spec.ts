import { describe, expect, it } from '@jest/globals';
import { html, withWhole } from './html.js';

const HOSTILE = `"><script>alert('1')</script>&`;
const HARMLESS = '&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;';

describe('markup', () => {
  it('escapes every value that is not markup itself, in lists too', () => {
    const inner = html`<b>${HOSTILE}</b>`;
    expect(html`<a href="${HOSTILE}">${[inner, HOSTILE]}</a>`.markup).toBe(
      `<a href="${HARMLESS}"><b>${HARMLESS}</b>${HARMLESS}</a>`,
    );
  });

  it('leaves out what is absent, and keeps zero', () => {
    expect(html`${undefined}${false}${0}${''}`.markup).toBe('0');
  });

  it('keeps parts of a text whole, and escapes all of it', () => {
    expect(withWhole(`<A-1> or ${HOSTILE}`, 'A-1', HOSTILE).markup).toBe(
      `&lt;<span class="whole">A-1</span>&gt; or <span class="whole">${HARMLESS}</span>`,
    );
  });
});
