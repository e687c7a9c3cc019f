import { describe, expect, it } from '@jest/globals';
import type { ChecklistItem } from './checklist.js';
import { DEFAULT_SCHEME_CONTENT } from './reference/default-scheme.js';
import { withKeptReviews, withReviewedText } from './scheme-file.js';
import type { SchemeContent } from './scheme.js';

const BY = { reviewedBy: 'sokha', reviewedOn: '2026-11-25' };
const reviewed = withReviewedText(DEFAULT_SCHEME_CONTENT, { itemId: 'BL-01', language: 'km' }, BY);
if (!reviewed) throw new Error('the first item has no words in Khmer');
const first = (content: SchemeContent, patch: Partial<ChecklistItem>): SchemeContent => {
  const items = content.checklist.items.map((item, n) => (n === 0 ? { ...item, ...patch } : item));
  return { ...content, checklist: { ...content.checklist, items } };
};
const textOf = (content: SchemeContent) => content.checklist.items[0]?.texts?.km;

describe('the words of an item', () => {
  it('are reviewed by a person on a day, those of no other language or item with them', () => {
    expect(textOf(reviewed)).toMatchObject({ ...BY, status: 'reviewed' });
    expect(reviewed.checklist.items[0]?.texts?.zh?.status).toBe('draft');
    expect(reviewed.checklist.items.slice(1)).toEqual(DEFAULT_SCHEME_CONTENT.checklist.items.slice(1));
    expect(withReviewedText(DEFAULT_SCHEME_CONTENT, { itemId: 'XX-01', language: 'km' }, BY)).toBeUndefined();
  });

  it('stay reviewed while a draft is written anew, as long as they and their English stay', () => {
    expect(withKeptReviews(reviewed, reviewed)).toEqual(reviewed);
    expect(textOf(withKeptReviews(first(reviewed, { weight: 9 }), reviewed))?.status).toBe('reviewed');
  });

  it('are a draft again when they, or their English, change', () => {
    const km = { ...textOf(reviewed)!, question: 'ផ្សេង' };
    for (const patch of [{ texts: { km } }, { question: 'Another question?' }]) {
      const text = textOf(withKeptReviews(first(reviewed, patch), reviewed));
      expect(text).toMatchObject({ status: 'draft' });
      expect(text).not.toHaveProperty('reviewedBy');
    }
  });

  it('are not reviewed by writing that they are', () => {
    expect(textOf(withKeptReviews(reviewed, DEFAULT_SCHEME_CONTENT))?.status).toBe('draft');
    expect(textOf(withKeptReviews(reviewed))?.status).toBe('draft');
    const forged = first(reviewed, { texts: { km: { ...textOf(reviewed)!, reviewedBy: 'dara' } } });
    expect(textOf(withKeptReviews(forged, reviewed))?.status).toBe('draft');
  });
});
