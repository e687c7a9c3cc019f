import type { LotPlanView } from '#client';
import { lotPlan } from '#domain';
import { expect, it } from '@jest/globals';
import { isWithin, planRows } from './plan-rows.js';

const plan = lotPlan('TRIMS', 1200, 'normal') as unknown as LotPlanView;

it('a plan has a row for each class, and accepts no critical defect', () => {
  expect(planRows(plan)).toEqual([
    { name: 'critical', inspect: 80, ac: 0, re: 1 },
    { name: 'major', aql: '1.5', inspect: 80, ac: 3, re: 4 },
    { name: 'minor', aql: '4.0', inspect: 80, ac: 7, re: 8 },
  ]);
});

it('a class is within its limit up to Ac, and nothing where nobody counted', () => {
  const [critical, major, minor] = planRows(plan, { critical: 1, major: 3, minor: 8 });
  expect([critical, major, minor].map((row) => row && isWithin(row))).toEqual([false, true, false]);
  expect(planRows(plan).map(isWithin)).toEqual([undefined, undefined, undefined]);
});
