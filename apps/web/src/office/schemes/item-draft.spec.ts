import { describe, expect, it } from '@jest/globals';
import { DEFAULT_SCHEME_CONTENT } from '#domain';
import { isSame, newItem, tidy, withItem, withoutItem } from './item-draft.js';

const [first] = DEFAULT_SCHEME_CONTENT.checklist.items;
if (!first) throw new Error('the default scheme has items');

describe('an item of a draft', () => {
  it('is put in its place, a new one at the end, and nothing else changes', () => {
    const changed = { ...first, weight: 7 };
    const content = withItem(DEFAULT_SCHEME_CONTENT, changed);
    expect(content.checklist.items[0]).toEqual(changed);
    expect(content.checklist.items.slice(1)).toEqual(DEFAULT_SCHEME_CONTENT.checklist.items.slice(1));
    const longer = withItem(content, newItem('ZZ-01', first.section));
    expect(longer.checklist.items.at(-1)).toMatchObject({ id: 'ZZ-01', section: first.section });
    expect(withoutItem(longer, 'ZZ-01')).toEqual(content);
    expect(withoutItem(content, 'ZZ-01')).toEqual(content);
  });

  it('is written without conditions that ask for nothing', () => {
    const empty = { ...first, askedWhen: {}, severityWhen: [], evidenceWhen: [], appliesNote: ' ' };
    expect(tidy(empty)).toEqual(tidy(first));
    const asked = { ...first, askedWhen: { workersAtLeast: 8 } };
    expect(tidy(asked).askedWhen).toEqual({ workersAtLeast: 8 });
  });

  it('is the same in whatever order its fields are kept, and another one with another word', () => {
    const reversed = Object.fromEntries(Object.entries(first).reverse()) as unknown as typeof first;
    expect(isSame(first, reversed)).toBe(true);
    expect(isSame(first, { ...first, guidance: `${first.guidance}!` })).toBe(false);
  });
});
