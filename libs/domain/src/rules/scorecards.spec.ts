import { describe, expect, it } from '@jest/globals';
import { openPapers } from '../papers.js';
import { addDays, localDate } from '../calendar.js';
import { Walk } from '../walk.fixture.js';

const approved = (): Walk => new Walk().toDecision().scope('buyer-1', 300).approve();
/** So many deliveries on this day of the walk, good or bad. */
function deliver(walk: Walk, count: number, good: boolean): Walk {
  const on = localDate(walk.now);
  const paper = (walk.papers['deliveries:buyer-1'] ??= {});
  for (let n = 0; n < count; n++) {
    paper[`${on}-${n}`] = {
      ...{
        dueOn: good ? on : localDate(addDays(walk.now, -9)),
        deliveredOn: on,
        ordered: 100,
        delivered: 100,
      },
      ...{ accepted: good, inspected: 20, defective: good ? 0 : 5, answeredInTime: good, priceKept: good },
    };
  }
  return walk;
}
const untilNextMonth = (walk: Walk): Walk => {
  const due = walk.state.deadlines.find(({ kind }) => kind === 'scorecard')?.dueAt ?? walk.now;
  return walk.wait((Date.parse(due) - Date.parse(walk.now)) / 86_400_000 + 5.1);
};
const told = (walk: Walk, type: string) =>
  walk.entries.flatMap((e) => e.events).filter((e) => e.type === type);

describe('the deliveries under an approval', () => {
  it('are written down by the buyer that approved, as long as its approval stands', () => {
    const papers = (walk: Walk) => openPapers(walk.state).map(({ paper }) => paper);
    expect(papers(new Walk().toDecision())).not.toContain('deliveries:buyer-1');
    expect(papers(approved())).toContain('deliveries:buyer-1');
    expect(papers(approved())).not.toContain('deliveries:buyer-2');
    expect(papers(approved().wait(301))).not.toContain('deliveries:buyer-1');
  });

  it('are scored once a month, five days after its end', () => {
    const walk = deliver(approved(), 3, true);
    const due = walk.state.deadlines.find(({ kind }) => kind === 'scorecard');
    expect(localDate(due?.dueAt ?? '')).toBe('2026-11-30');
    walk.wait(32);
    expect(walk.state.scorecards).toBeUndefined();
    walk.wait(2);
    expect(walk.state.scorecards?.['buyer-1']).toMatchObject([
      { month: '2026-11', deliveries: 3, score: 100, band: 'preferred' },
    ]);
    expect(told(walk, 'scorecard-closed')).toMatchObject([{ params: { buyerId: 'buyer-1', score: 100 } }]);
    const next = walk.state.deadlines.find(({ kind }) => kind === 'scorecard');
    expect(localDate(next?.dueAt ?? '')).toBe('2026-12-31');
  });

  it('make a low month the matter of the office, and two of them the approval conditional', () => {
    const walk = untilNextMonth(deliver(approved(), 3, false));
    expect(walk.state).toMatchObject({ at: 'QUALIFIED', approvals: { 'buyer-1': { phase: 'approved' } } });
    expect(walk.state.matters).toMatchObject([{ kind: 'scorecard-low', subject: 'buyer-1' }]);
    untilNextMonth(deliver(walk, 1, false));
    expect(walk.state).toMatchObject({
      at: 'QUALIFIED',
      approvals: { 'buyer-1': { phase: 'approved-conditionally' } },
    });
    expect(told(walk, 'approval-made-conditional')).toHaveLength(1);
  });

  it('forgive a low month after a good one', () => {
    const walk = untilNextMonth(deliver(approved(), 3, false));
    untilNextMonth(deliver(walk, 1, true));
    untilNextMonth(deliver(walk, 1, false));
    expect(walk.state.approvals['buyer-1']?.phase).toBe('approved');
    expect(walk.state.scorecards?.['buyer-1']?.map(({ band }) => band)).toEqual([
      'review',
      'preferred',
      'review',
    ]);
  });

  it('leave months without deliveries out, and stop with the approval', () => {
    const walk = untilNextMonth(approved());
    expect(walk.state.scorecards).toBeUndefined();
    walk.wait(330);
    expect(walk.state.deadlines.filter(({ kind }) => kind === 'scorecard')).toEqual([]);
  });
});
