import { describe, expect, it } from '@jest/globals';
import { compareAs, sortingOf, sortingText, type Kind, type Sorted } from './sorting.js';

describe('how a table is sorted', () => {
  it('is what the address says of a column that there is, and nothing else', () => {
    const ids = ['entered', 'group'];
    for (const desc of [true, false]) {
      const sorting = { id: 'entered', desc };
      expect(sortingOf(sortingText(sorting), ids)).toEqual(sorting);
    }
    for (const text of ['passed.asc', 'entered', 'entered.up', '.asc', 7, true, undefined])
      expect(sortingOf(text, ids)).toBeUndefined();
  });

  const sorted = (kind: Kind, locale: string, ...values: readonly Sorted[]) =>
    values.toSorted((one, other) =>
      compareAs(kind, one, other, new Intl.Collator(locale, { numeric: true }).compare),
    );

  it('is numbers as numbers, days as they follow, and names as their readers look them up', () => {
    expect(sorted('number', 'en', 10, 9.25, 0, 9.5, 100)).toEqual([0, 9.25, 9.5, 10, 100]);
    expect(sorted('time', 'en', '2026-02', '2025-11', '2026-01')).toEqual(['2025-11', '2026-01', '2026-02']);
    expect(sorted('text', 'en', 'zips', 'HS-10', 'Buttons', 'HS-9')).toEqual([
      ...['Buttons', 'HS-9', 'HS-10', 'zips'],
    ]);
    expect(sorted('text', 'zh-Hans', '质量', '安全', '价格')).toEqual(['安全', '价格', '质量']);
    expect(sorted('text', 'km', 'តាកែវ', 'កែប', 'ខេត្ត')).toEqual(['កែប', 'ខេត្ត', 'តាកែវ']);
  });
});
