import { describe, expect, it } from '@jest/globals';
import { Walk } from '../walk.fixture.js';

const DECLINE = { type: 'decline-approval', reason: 'price' } as const;
const REQUEST = { type: 'request-approval' } as const;

describe('consent', () => {
  it('is given once, to a buyer', () => {
    const walk = new Walk();
    const give = (buyerId: string) => ({ type: 'grant-consent', buyerId }) as const;
    expect(walk.refused(give('nobody'), 'supplier')).toEqual({
      code: 'person-not-eligible',
      items: ['nobody'],
    });
    walk.must(give('buyer-1'), 'supplier');
    expect(walk.refused(give('buyer-1'), 'supplier').code).toBe('consent-given');
    expect(walk.refused(give('buyer-2'), 'stranger').code).toBe('not-your-case');
  });

  it('is taken back by the supplier only, and not while the buyer relies on it', () => {
    const back = { type: 'withdraw-consent', buyerId: 'buyer-1' } as const;
    const walk = new Walk().toPilot().place('p1');
    expect(walk.refused(back, 'supplier')).toEqual({ code: 'consent-in-use', items: ['buyer-1'] });
    walk.inspect('p1', 1, 0).inspect('p1', 2, 0);
    expect(walk.refused(back, 'supplier').code).toBe('consent-in-use');
    expect(walk.refused({ ...back, buyerId: 'buyer-2' }, 'officer').code).toBe('role-not-allowed');
    walk.must(DECLINE, 'approver').must(back, 'supplier');
    expect(walk.state.consents).toEqual(['buyer-2']);
    expect(walk.refused(back, 'supplier').code).toBe('access-consent-missing');
    expect(walk.refused(REQUEST, 'requester').code).toBe('access-consent-missing');
  });
});
