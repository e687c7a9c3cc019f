import type { ApprovalView } from '#client';
import { describe, expect, it } from '@jest/globals';
import { decisionState, whyNotApprove } from './decision-steps.js';

const approval = (parts: Partial<ApprovalView>) => parts as ApprovalView;

describe('the decision of a buyer', () => {
  it.each([
    [null, 'not-asked'],
    [approval({ phase: 'open' }), 'being-prepared'],
    [approval({ phase: 'recommended' }), 'recommended'],
    [approval({ phase: 'approved-conditionally' }), 'approved-conditionally'],
    [approval({ phase: 'expired' }), 'over'],
    [approval({ phase: 'approved', awaitsBuyerSince: '2026-11-01T00:00:00.000Z' }), 'to-confirm'],
  ])('%j stands at %s', (given, state) => {
    expect(decisionState(given)).toBe(state);
  });

  it('takes two persons, whatever roles the first one has, and the second one must be an approver', () => {
    const me = (id: string, ...roles: never[]) => ({ roles, person: { id } }) as never;
    const approver = 'buyer-approver' as never;
    expect(whyNotApprove(me('li', 'buyer-requester' as never), 'li')).toBe('same-person');
    expect(whyNotApprove(me('li', approver), 'li')).toBe('same-person');
    expect(whyNotApprove(me('ann', 'inspector' as never), 'li')).toBe('no-approver');
    expect(whyNotApprove(me('wong', approver), 'li')).toBeUndefined();
  });
});
