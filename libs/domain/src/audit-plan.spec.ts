import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { auditPlan, samplesFor } from './audit-plan.js';
import type { ExternalReport } from './case-state.js';
import { applicableItems } from './checklist.js';
import { creditsOn } from './evidence-credit.js';
import { CHECKLIST_ITEMS } from './reference/checklist-seed.js';
import { EVIDENCE_CREDIT, EXTERNAL_SCHEMES } from './reference/evidence-credit.js';

describe('the samples of a site', () => {
  it.each([
    [25, 5],
    [26, 10],
    [100, 10],
    [101, 20],
    [500, 20],
    [501, 30],
    [12_000, 30],
  ])('of %p workers are %p interviews', (workers, interviews) => {
    expect(samplesFor({ workers, womenWorkers: 0 }).interviews.workers).toBe(interviews);
  });

  it('are half private, the others in groups of five at most, and women at least half their share', () => {
    expect(samplesFor({ workers: 42, womenWorkers: 31 }).interviews).toEqual({
      ...{ workers: 10, womenAtLeast: 4, inPrivate: 5, groups: [5] },
    });
    expect(samplesFor({ workers: 300, womenWorkers: 300 }).interviews).toEqual({
      ...{ workers: 20, womenAtLeast: 10, inPrivate: 10, groups: [5, 5] },
    });
    expect(samplesFor({ workers: 600, womenWorkers: 0 }).interviews.groups).toEqual([5, 5, 5]);
  });

  it.each([
    [8, 8],
    [42, 10],
    [200, 10],
    [201, 11],
    [1000, 50],
  ])('of %p workers are the pay of %p of them in three months', (workers, each) => {
    expect(samplesFor({ workers, womenWorkers: 0 }).payroll).toEqual({
      ...{ months: ['last', 'peak', 'low'], workersPerMonth: each, records: each * 3 },
    });
  });

  it('never ask for more people than there are', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(3000), (a, b) => {
        const [workers, womenWorkers] = [Math.max(a, b), Math.min(a, b)];
        const { interviews, payroll } = samplesFor({ workers, womenWorkers });
        const inGroups = interviews.groups.reduce((sum, size) => sum + size, 0);
        expect(interviews.inPrivate + inGroups).toBe(interviews.workers);
        expect(interviews.workers <= workers && payroll.workersPerMonth <= workers).toBe(true);
        expect(interviews.groups.every((size) => size > 0 && size <= 5)).toBe(true);
        expect(interviews.inPrivate * 2 >= interviews.workers).toBe(true);
        expect(interviews.womenAtLeast <= womenWorkers).toBe(true);
      }),
    );
  });

  it('are not made of what is no head-count', () => {
    for (const wrong of [
      { workers: -1, womenWorkers: 0 },
      { workers: 1.5, womenWorkers: 0 },
      { workers: 3, womenWorkers: 4 },
    ])
      expect(() => samplesFor(wrong)).toThrow(RangeError);
  });
});

const items = applicableItems(CHECKLIST_ITEMS, { category: 'TRIMS', profile: 'core', endMarkets: ['EU'] });
const report = (overrides: Partial<ExternalReport> = {}): ExternalReport => ({
  ...{ scheme: 'SMETA', reportedOn: '2026-03-31', openCriticals: [], phase: 'confirmed' },
  ...overrides,
});
const covered = (reports: Record<string, ExternalReport>, on = '2026-11-02') => creditsOn(items, reports, on);

describe('evidence credit', () => {
  it('covers mapped items from the date of the report, for as many months as its row says', () => {
    const credits = covered({ r1: report() });
    expect(credits).toContainEqual({
      ...{ itemId: 'HS-03', reportId: 'r1', scheme: 'SMETA', from: '2026-03-31', until: '2027-03-31' },
    });
    expect(covered({ r1: report() }, '2026-03-31').length).toBe(credits.length);
    expect(covered({ r1: report() }, '2027-03-31').length).toBe(credits.length);
    expect(covered({ r1: report() }, '2026-03-30')).toEqual([]);
    expect(covered({ r1: report() }, '2027-04-01')).toEqual([]);
  });

  it('never covers a zero-tolerance item, also where one is only by its end market', () => {
    const all = items.map(({ id }) => id);
    const rows = [
      { scheme: 'SMETA', items: all, months: 12, condition: 'no-open-critical-in-section' },
    ] as const;
    const asked = creditsOn(items, { r1: report() }, '2026-11-02', rows).map(({ itemId }) => itemId);
    expect(asked).toContain('TR-03');
    expect(asked).not.toContain('SL-01');
    const forUs = applicableItems(CHECKLIST_ITEMS, {
      category: 'TRIMS',
      profile: 'core',
      endMarkets: ['US'],
    });
    expect(creditsOn(forUs, { r1: report() }, '2026-11-02', rows).map((c) => c.itemId)).not.toContain(
      'TR-03',
    );
    const grave = new Set(CHECKLIST_ITEMS.filter((i) => i.severity === 'zero-tolerance').map((i) => i.id));
    expect(EVIDENCE_CREDIT.rows.flatMap((row) => row.items).filter((id) => grave.has(id))).toEqual([]);
  });

  it('counts only what an officer has confirmed, and nothing of a section with an open critical', () => {
    expect(covered({ r1: report({ phase: 'submitted' }) })).toEqual([]);
    expect(covered({ r1: report({ phase: 'refused' }) })).toEqual([]);
    const sections = new Set(
      covered({ r1: report({ openCriticals: ['HS'] }) }).map((c) => c.itemId.slice(0, 2)),
    );
    expect([...sections].sort()).toEqual(['BL', 'EN', 'SL'].filter((s) => sections.has(s)));
    expect(sections.has('HS')).toBe(false);
  });

  it('takes the report that lasts longest', () => {
    const credits = covered({ old: report(), new: report({ scheme: 'BFC', reportedOn: '2026-10-01' }) });
    expect(credits.find(({ itemId }) => itemId === 'SL-05')).toMatchObject({
      reportId: 'new',
      until: '2027-10-01',
    });
    expect(credits.map(({ itemId }) => itemId)).toEqual([...new Set(credits.map(({ itemId }) => itemId))]);
  });

  it('is reference data with a version and a source, of items and schemes that exist', () => {
    expect(EVIDENCE_CREDIT).toMatchObject({ version: '2026-11', status: 'proposal' });
    expect(EVIDENCE_CREDIT.source).not.toBe('');
    const known = new Set(CHECKLIST_ITEMS.map(({ id }) => id));
    expect(EVIDENCE_CREDIT.rows.flatMap((row) => row.items).filter((id) => !known.has(id))).toEqual([]);
    expect(new Set(EVIDENCE_CREDIT.rows.map(({ scheme }) => scheme))).toEqual(new Set(EXTERNAL_SCHEMES));
  });
});

describe('the plan of an audit', () => {
  it('asks what no report covers, and says how much time that saves', () => {
    const credits = covered({ r1: report() });
    const whole = auditPlan(items, [], { workers: 42, womenWorkers: 31 });
    const plan = auditPlan(items, credits, { workers: 42, womenWorkers: 31 });
    expect(whole.toAsk).toHaveLength(items.length);
    expect(plan.toAsk).toHaveLength(items.length - credits.length);
    expect(plan.effort?.personDays).toEqual({ from: 1, to: 1.5 });
    expect(whole.effort?.hours).toMatchObject({ saved: 0 });
    const { hours } = plan.effort ?? whole.effort!;
    expect(hours.saved).toBeGreaterThan(1);
    expect(hours.whole).toBeCloseTo(hours.residual + hours.saved, 1);
    expect(hours.whole).toBe(whole.effort?.hours.whole);
  });

  it('leaves out what depends on the head-count until somebody has given one', () => {
    expect(auditPlan(items, [], undefined)).toEqual({ toAsk: items.map(({ id }) => id), credited: [] });
  });

  it.each([
    [24, 0.5, 1],
    [25, 1, 1.5],
    [100, 1, 1.5],
    [101, 2, 3],
    [500, 2, 3],
    [501, 3, 4],
  ])('reckons for %p workers with %p to %p person-days', (workers, from, to) => {
    expect(auditPlan(items, [], { workers, womenWorkers: 0 }).effort?.personDays).toEqual({ from, to });
  });
});
