import { describe, expect, it } from '@jest/globals';
import { AUDITS_LOOKED_THROUGH } from '#persistence';
import { pageOfDraw } from './shadow-audits.view.js';

const submitted = (count: number, from = count) =>
  Array.from({ length: count }, (_, i) => ({ id: `case-${from - i}`, caseNumber: `SQ-2026-${from - i}` }));
const everyTwentieth = (id: string): boolean => Number(id.split('-')[1]) % 20 === 0;

describe('a page of drawn audits', () => {
  it('goes on after its last entry while more of those looked through are drawn', () => {
    expect(pageOfDraw(submitted(100), 2, everyTwentieth)).toEqual({
      ...{ ids: ['case-100', 'case-80'], after: 'SQ-2026-80' },
    });
    expect(pageOfDraw(submitted(79), 2, everyTwentieth)).toEqual({
      ...{ ids: ['case-60', 'case-40'], after: 'SQ-2026-40' },
    });
  });

  it('ends with the last audit', () => {
    const last = { ids: ['case-20'], after: undefined };
    expect(pageOfDraw(submitted(39), 2, everyTwentieth)).toEqual(last);
    expect(pageOfDraw(submitted(39), 1, everyTwentieth)).toEqual(last);
    expect(pageOfDraw([], 2, everyTwentieth)).toEqual({ ids: [], after: undefined });
  });

  it('goes on after the last one that was looked through when there may be more, drawn or not', () => {
    const all = submitted(AUDITS_LOOKED_THROUGH, 5000);
    expect(pageOfDraw(all, 50, everyTwentieth)).toMatchObject({ after: 'SQ-2026-4001' });
    expect(pageOfDraw(all, 50, () => false)).toEqual({ ids: [], after: 'SQ-2026-4001' });
  });

  it('leaves out none and tells none twice, page after page', () => {
    const seen: string[] = [];
    let rest = submitted(2500);
    for (let more = true; more;) {
      const { ids, after } = pageOfDraw(rest.slice(0, AUDITS_LOOKED_THROUGH), 7, everyTwentieth);
      seen.push(...ids);
      const at = rest.findIndex(({ caseNumber }) => caseNumber === after);
      rest = rest.slice(at + 1);
      more = after !== undefined;
    }
    expect(seen).toEqual(
      submitted(2500)
        .map(({ id }) => id)
        .filter(everyTwentieth),
    );
  });
});
