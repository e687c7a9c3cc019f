import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths } from '../calendar.js';
import { consentedSections, consentInForce, DEFAULT_CONSENT_SECTIONS } from '../consent.js';
import { openPapers, pilotOrderPaper } from '../papers.js';
import { Walk } from '../walk.fixture.js';

const GRANT = { type: 'grant-consent', buyerId: 'buyer-1' } as const;
const seen = (walk: Walk) => consentedSections(walk.state, 'buyer-1', walk.now);

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

  it('opens what buyers always saw, for a year, when nothing else is named', () => {
    const walk = new Walk().must(GRANT, 'supplier');
    expect(seen(walk)).toEqual(DEFAULT_CONSENT_SECTIONS);
    for (const hidden of ['owners', 'tax', 'declaration', 'documents'])
      expect(seen(walk)).not.toContain(hidden);
    expect(walk.state.consentTerms?.['buyer-1']?.validUntil).toBe(addDays(walk.now, 365));
  });

  it('has the sections and the end that are named, and no end beyond 24 months or in the past', () => {
    const walk = new Walk();
    const until = (validUntil: string) => walk.refused({ ...GRANT, validUntil }, 'supplier');
    const refusal = { code: 'date-out-of-range', items: ['validUntil'] };
    expect(until(walk.now)).toEqual(refusal);
    expect(until(addDays(addMonths(walk.now, 24), 1))).toEqual(refusal);
    expect(walk.state.consents).toEqual([]);
    const validUntil = addMonths(walk.now, 24);
    walk.must({ ...GRANT, sections: ['profile', 'tax'], validUntil }, 'supplier');
    expect(seen(walk)).toEqual(['profile', 'tax']);
    expect(walk.state.consentTerms?.['buyer-1']).toMatchObject({ validUntil, givenAt: walk.now });
  });

  it('changes by being given again: what is not named stays', () => {
    const walk = new Walk().must({ ...GRANT, sections: ['profile'] }, 'supplier');
    const validUntil = addDays(walk.now, 20);
    walk.must({ ...GRANT, validUntil }, 'supplier');
    expect(walk.state.consentTerms?.['buyer-1']).toMatchObject({ sections: ['profile'], validUntil });
    walk.must({ ...GRANT, sections: ['findings'] }, 'supplier');
    expect(walk.state.consentTerms?.['buyer-1']).toMatchObject({ sections: ['findings'], validUntil });
    expect(walk.state.consents).toEqual(['buyer-1']);
    expect(walk.state.deadlines.filter((d) => d.kind === 'consent-end')).toMatchObject([
      { dueAt: validUntil },
    ]);
  });

  it('ends at its instant for whoever asks, and the clock says so in the journal', () => {
    const walk = new Walk().must({ ...GRANT, validUntil: addDays(new Walk().now, 10) }, 'supplier');
    const { validUntil = '' } = walk.state.consentTerms?.['buyer-1'] ?? {};
    expect(consentInForce(walk.state, 'buyer-1', addDays(validUntil, -0.001))).toBe(true);
    expect(consentInForce(walk.state, 'buyer-1', validUntil)).toBe(false);
    expect(consentedSections(walk.state, 'buyer-1', validUntil)).toEqual([]);
    walk.wait(10);
    expect(walk.state.consents).toEqual([]);
    expect(walk.entries.at(-1)?.events).toEqual([
      { type: 'consent-expired', params: { buyerId: 'buyer-1' } },
    ]);
    expect(walk.refused({ type: 'withdraw-consent', buyerId: 'buyer-1' }, 'supplier').code).toBe(
      'access-consent-missing',
    );
    expect(seen(walk.must(GRANT, 'supplier'))).toEqual(DEFAULT_CONSENT_SECTIONS);
  });

  it('that ran out lets nobody order or ask to decide, also before the clock is read', () => {
    const walk = new Walk()
      .toPilot()
      .must({ ...GRANT, validUntil: addDays(new Walk().toPilot().now, 1) }, 'supplier');
    walk.now = addDays(walk.now, 2);
    expect(walk.refused({ type: 'place-pilot', pilotId: 'p1' }, 'requester').code).toBe(
      'access-consent-missing',
    );
    walk.wait(0);
    expect(openPapers(walk.state).map(({ paper }) => paper)).not.toContain(pilotOrderPaper('buyer-1'));
  });

  it('that ran out while a pilot runs leaves the order to its end', () => {
    const walk = new Walk().toPilot();
    walk
      .must({ ...GRANT, validUntil: addDays(walk.now, 2) }, 'supplier')
      .place('p1')
      .wait(3);
    expect(walk.state.consents).toEqual(['buyer-2']);
    walk.inspect('p1', 1, 0).inspect('p1', 2, 0);
    expect(walk.state.pilots['p1']).toMatchObject({ phase: 'accepted' });
    expect(walk.state.approvals).toEqual({});
    walk.must(GRANT, 'supplier').must(REQUEST, 'requester');
    expect(walk.state.approvals['buyer-1']).toMatchObject({ phase: 'open' });
  });

  it('ends with the case, however it closes: nobody could take it back from one that is over', () => {
    const reviewed = () => new Walk().toPilot();
    const ends = {
      withdrawn: reviewed().must({ type: 'withdraw', reason: 'cost' }, 'supplier'),
      lapsed: new Walk().must(GRANT, 'supplier').wait(60),
    };
    for (const [how, walk] of Object.entries(ends)) {
      expect({ how, ...walk.state }).toMatchObject({ how, over: true, consents: [] });
      expect(seen(walk)).toEqual([]);
      expect(walk.entries.at(-1)?.events).toContainEqual({
        type: 'consent-ended',
        params: { buyerId: 'buyer-1' },
      });
    }
  });

  it('of before there were terms is read as what it was, and may be given again', () => {
    const walk = new Walk().must(GRANT, 'supplier');
    walk.state = JSON.parse(JSON.stringify({ ...walk.state, consentTerms: undefined, deadlines: [] }));
    expect(seen(walk)).toEqual(DEFAULT_CONSENT_SECTIONS);
    walk.must(GRANT, 'supplier');
    expect(walk.state.consents).toEqual(['buyer-1']);
    expect(walk.state.consentTerms?.['buyer-1']?.validUntil).toBe(addDays(walk.now, 365));
  });

  it('runs for a year under a scheme that was published before consent had an end', () => {
    const walk = new Walk();
    const deadlines = { ...walk.scheme.deadlines, 'consent-end': undefined };
    Object.assign(walk, { scheme: { ...walk.scheme, deadlines } });
    walk.must(GRANT, 'supplier');
    expect(walk.state.consentTerms?.['buyer-1']?.validUntil).toBe(addDays(walk.now, 365));
  });
});
