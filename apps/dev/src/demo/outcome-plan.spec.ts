import { describe, expect, it } from '@jest/globals';
import type { Case } from '../play/api-client.js';
import { OUTCOME_PLAN, outcomeOf, planFor, type Route } from './outcome-plan.js';

const seen = (parts: Partial<Case>): Case =>
  ({ stage: 'qualified', substate: 'full', checks: {}, approvals: {}, closedReason: null, ...parts }) as Case;

describe('the outcome plan', () => {
  it('has every road, and most suppliers qualify', () => {
    const routes: Route[] = ['approve', 'decline-then-approve', 'rework', 'reject', 'hold', 'withdraw'];
    for (const route of routes) expect(OUTCOME_PLAN.map((plan) => plan.route)).toContain(route);
    const qualified = OUTCOME_PLAN.filter(({ expected }) => expected.startsWith('qualified/full'));
    expect(qualified.length).toBeGreaterThan(OUTCOME_PLAN.length / 2);
  });

  it('begins again from the top for a longer file', () => {
    expect(planFor(OUTCOME_PLAN.length + 1)).toBe(OUTCOME_PLAN[1]);
  });

  it('tells a plain qualification from one after a decline', () => {
    const declined = { phase: 'declined', deferredOnce: false, status: { standing: 'declined' as const } };
    expect(outcomeOf(seen({}))).toBe('qualified/full');
    expect(outcomeOf(seen({ approvals: { a: declined } }))).toBe('qualified/full (declined once)');
  });

  it('says why a case was closed or is held', () => {
    const rejected = seen({ stage: 'closed', substate: 'rejected', closedReason: 'grade' });
    const held = { sanctions: { verdict: 'POTENTIAL', errors: 0 } };
    expect(outcomeOf(rejected)).toBe('closed/rejected (grade)');
    expect(outcomeOf(seen({ stage: 'application', substate: 'screening', checks: held }))).toBe(
      'application/screening (sanctions)',
    );
  });
});
