import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths } from '../calendar.js';
import { lines } from '../holders.fixture.js';
import { refusedNext } from '../linked.fixture.js';
import { AUDIT, openPapers } from '../papers.js';
import { CONFORM, NONCONFORM, OTHER_VERSION, Walk } from '../walk.fixture.js';
import { asTold } from '../withheld.js';

const RENEW = { type: 'renew' } as const;
const CORRECT = { type: 'require-corrective-actions' } as const;
const qualified = (): Walk => new Walk().toDecision().approve();
/** Grade A is valid for 24 months: the last ninety days have begun. */
const requalifying = (): Walk => qualified().wait(650);

describe('requalification', () => {
  it('begins 90 days before the end of the term, and the supplier holds the ball', () => {
    const walk = qualified();
    const until = walk.state.validity?.until ?? '';
    const days = (Date.parse(until) - Date.parse(walk.now)) / 86_400_000;
    expect(walk.wait(days - 90.01).state.at).toBe('QUALIFIED');
    expect(walk.wait(0.02).state.at).toBe('REQUALIFYING');
    expect(walk.entries.at(-1)?.events).toContainEqual({ type: 'requalification-opened', params: { until } });
    expect(lines(walk)).toContain('supplier supplier renew-qualification lapse');
  });

  it('leaves the old qualification valid to its last day, and buyers may still approve', () => {
    const walk = requalifying();
    walk.must({ type: 'grant-consent', buyerId: 'buyer-2' }, 'supplier');
    walk.must({ type: 'request-approval' }, 'requester2').scope('buyer-2', 30);
    walk.must({ type: 'recommend-approval' }, 'requester2');
    walk.must({ type: 'approve', conditional: false }, 'approver2');
    expect(walk.state).toMatchObject({
      at: 'REQUALIFYING',
      approvals: { 'buyer-2': { phase: 'approved' } },
    });
    expect(walk.wait(100).state).toMatchObject({ at: 'EXPIRED', over: true });
    expect(walk.moves.at(-1)).toEqual({ from: 'REQUALIFYING', event: 'timer', to: 'EXPIRED' });
  });

  it('does not touch a conditional qualification, and begins late for one that met its conditions late', () => {
    const walk = new Walk().toDecision().approve(true).wait(150);
    expect(walk.state.at).toBe('QUALIFIED_CONDITIONAL');
    expect(walk.must({ type: 'meet-conditions' }, 'reviewer').wait(1).state.at).toBe('QUALIFIED');
    expect(walk.wait(490).state.at).toBe('REQUALIFYING');
  });

  it('is not known to a qualification of before there was one: it lapses as it did', () => {
    const walk = qualified();
    const deadlines = walk.state.deadlines.filter(({ kind }) => kind !== 'requalification');
    walk.state = { ...walk.state, deadlines };
    expect(walk.wait(700).state.at).toBe('QUALIFIED');
    expect(walk.wait(40).moves.at(-1)).toEqual({ from: 'QUALIFIED', event: 'lapse', to: 'EXPIRED' });
  });
});

describe('a renewal', () => {
  it('is too early before the last 90 days, and the refusal says from when', () => {
    const walk = qualified().wait(600);
    const from = addDays(walk.state.validity?.until ?? '', -90);
    expect(refusedNext(walk)).toEqual({ code: 'renewal-too-early', items: [from] });
  });

  it('is of the same site, category and profile', () => {
    const walk = requalifying();
    expect(refusedNext(walk, { siteId: 'elsewhere' })).toEqual({
      code: 'previous-differs',
      items: ['siteId'],
    });
    expect(refusedNext(walk, { category: 'LABELS', profile: 'full' })).toEqual({
      code: 'previous-differs',
      items: ['category', 'profile'],
    });
  });

  it('is not of a case that is under way, suspended or under appeal', () => {
    const walk = requalifying();
    for (const at of ['IN_ASSESSMENT', 'SUSPENDED', 'APPEAL'] as const) {
      walk.state = { ...walk.state, at };
      expect(refusedNext(walk)).toEqual({ code: 'previous-not-valid', items: [at] });
    }
  });

  it('may begin for a conditional qualification too', () => {
    const walk = requalifying().must({ type: 'downgrade', reason: 'surveillance-score' }, 'officer').next();
    expect(walk.state).toMatchObject({ at: 'DRAFT', renewal: { pilotAccepted: true } });
  });

  it('needs no new pilot order: the reviewer renews, and a new term begins at the decision', () => {
    const old = requalifying();
    const walk = old.next().toReview().must(RENEW, 'reviewer');
    expect(walk.state).toMatchObject({
      at: 'QUALIFIED',
      validity: { grade: 'A', from: walk.now, until: addMonths(walk.now, 24) },
      reviewers: [{ personId: 'rith' }],
      audit: { signed: true },
    });
    expect(old.state.at).toBe('REQUALIFYING');
    expect(walk.wait(650).state.at).toBe('REQUALIFYING');
  });

  it('asks the buyers to confirm who had approved and whom the supplier lets read the new case', () => {
    const walk = requalifying();
    const approvals = {
      ...walk.state.approvals,
      'buyer-2': { phase: 'approved', deferredOnce: false } as const,
    };
    walk.state = { ...walk.state, approvals: { ...approvals, 'buyer-1': { ...approvals['buyer-2'] } } };
    const next = walk.next().toReview().must({ type: 'grant-consent', buyerId: 'buyer-1' }, 'supplier');
    next.must(RENEW, 'reviewer').scope('buyer-1', 300);
    expect(Object.keys(next.state.approvals)).toEqual(['buyer-1']);
    expect(next.approve().state.approvals).toMatchObject({ 'buyer-1': { phase: 'approved' } });
  });

  it('lets another buyer ask for approval without a pilot order of its own', () => {
    const walk = requalifying().next().toReview().must(RENEW, 'reviewer');
    expect(walk.refused({ type: 'request-approval' }, 'requester2').code).toBe('not-your-case');
    walk.must({ type: 'grant-consent', buyerId: 'buyer-2' }, 'supplier');
    expect(walk.must({ type: 'request-approval' }, 'requester2').state.approvals).toMatchObject({
      'buyer-2': { phase: 'open' },
    });
  });

  it('is the reviewer’s, and not of anybody who audited', () => {
    const walk = requalifying().next().toReview();
    expect(walk.refused(RENEW, 'officer').code).toBe('role-not-allowed');
    expect(walk.refused(RENEW, 'auditorAsReviewer').code).toBe('segregation-of-duties');
    expect(new Walk().toReview().refused(RENEW, 'reviewer').code).toBe('not-a-renewal');
  });

  it('does not renew a grade D, nor past a failed check, nor one whose qualification was suspended meanwhile', () => {
    const low = requalifying().next().answer({ 'BL-01': NONCONFORM }).toReview();
    expect(low.refused(RENEW, 'reviewer').code).toBe('grade-too-low');
    const failed = requalifying().next();
    failed.checkVerdicts = { 'patent-tax': 'FAIL' };
    expect(failed.toReview().refused(RENEW, 'reviewer').code).toBe('check-failed');
    const old = requalifying();
    const next = old.next().toReview();
    next.previous = { state: { ...old.state, at: 'SUSPENDED' } };
    expect(next.refused(RENEW, 'reviewer')).toEqual({ code: 'previous-not-valid', items: ['SUSPENDED'] });
    next.previous = { state: { ...old.state, at: 'EXPIRED' } };
    expect(next.must(RENEW, 'reviewer').state.at).toBe('QUALIFIED');
  });

  it('waits, as every verdict does, for a second person on corrections and on what was left out', () => {
    const walk = requalifying().next().toReview().proposeCorrections({ 'CD-01': 'partial' });
    expect(walk.refused(RENEW, 'reviewer')).toEqual({ code: 'correction-open', items: ['CD-01'] });
    walk.must({ type: 'refuse-correction', itemId: 'CD-01' }, 'reviewer2');
    const { audit } = walk.state;
    walk.state = { ...walk.state, audit: { ...audit, notApplicableOpen: ['BL'] } };
    expect(walk.refused(RENEW, 'reviewer').code).toBe('not-applicable-unconfirmed');
    walk.must({ type: 'confirm-not-applicable', section: 'BL' }, 'reviewer2').must(RENEW, 'reviewer');
    const plan = requalifying().next().answer({ 'CD-01': NONCONFORM }).toReview().must(CORRECT, 'reviewer');
    plan.papers['corrective-action:CD-01'] = { response: { rootCause: 'x', action: 'y', owner: 'quality' } };
    plan.proposeCorrections({ 'CD-01': 'conform' });
    const refusal = plan.refused({ type: 'accept-corrective-plan' }, 'reviewer');
    expect(refusal).toEqual({ code: 'correction-open', items: ['CD-01'] });
  });

  it('goes by way of a pilot order when the qualification before had none', () => {
    const walk = requalifying();
    walk.state = { ...walk.state, pilots: {} };
    const next = walk.next().toReview();
    expect(next.refused(RENEW, 'reviewer').code).toBe('no-accepted-pilot');
    expect(next.must({ type: 'pass-review' }, 'reviewer').state.at).toBe('PILOT_READY');
    const failed = requalifying();
    const matter = { kind: 'pilot-failed-while-qualified', subject: 'p2', since: failed.now } as const;
    failed.state = { ...failed.state, matters: [matter] };
    expect(failed.next().state.renewal).toEqual({ pilotAccepted: false });
  });

  it('has no other door past a qualification that lost its ground: not the review, and not the first approval', () => {
    const old = requalifying();
    old.state = { ...old.state, pilots: {} };
    const next = old.next().toReview();
    const inOrder = next.previous;
    next.previous = { state: { ...old.state, at: 'REVOKED' } };
    const refusal = { code: 'previous-not-valid', items: ['REVOKED'] };
    expect(next.refused({ type: 'pass-review' }, 'reviewer')).toEqual(refusal);
    next.previous = inOrder;
    next.passed().place('p', 'requester').inspect('p', 1, 0).inspect('p', 2, 0);
    next.must({ type: 'recommend-approval' }, 'requester');
    next.previous = { state: { ...old.state, at: 'REVOKED' } };
    expect(next.refused({ type: 'approve', conditional: false }, 'approver')).toEqual(refusal);
    next.previous = inOrder;
    expect(next.must({ type: 'approve', conditional: false }, 'approver').state.at).toBe('QUALIFIED');
  });

  it('is granted on an accepted plan of correction too', () => {
    const walk = requalifying().next().answer({ 'CD-01': NONCONFORM }).toReview().must(CORRECT, 'reviewer');
    walk.papers['corrective-action:CD-01'] = { response: { rootCause: 'x', action: 'y', owner: 'quality' } };
    walk.must({ type: 'accept-corrective-plan' }, 'reviewer');
    expect(walk.state.at).toBe('QUALIFIED');
    expect(walk.moves.at(-1)).toEqual({ from: 'CAP_OPEN', event: 'renewed', to: 'QUALIFIED' });
  });
});

describe('the audit of a renewal', () => {
  const accepted = (prepare: (old: Walk) => Walk = (old) => old, draft: (next: Walk) => void = () => {}) => {
    const next = prepare(requalifying()).next();
    draft(next);
    return next
      .must({ type: 'submit-application' }, 'supplier')
      .must({ type: 'accept-application' }, 'officer');
  };

  it('is a delta audit after a grade A or B without change: fewer items are open to the auditor', () => {
    const walk = accepted();
    const { audit, items = [], carried = {}, verifiedAt, seed } = walk.state.renewal ?? {};
    expect(audit).toBe('delta');
    expect(items.length).toBeLessThan(walk.items().length);
    expect([...items, ...Object.keys(carried)].sort()).toEqual([...walk.items()].sort());
    expect([typeof seed, verifiedAt]).toEqual(['number', walk.previous?.state.validity?.from]);
    walk.checks().toAudit();
    expect(openPapers(walk.state).find(({ paper }) => paper === AUDIT)?.items).toEqual(items);
  });

  it('is submitted without the answers that are carried over, and scored with them', () => {
    const walk = accepted();
    const { items = [] } = walk.state.renewal ?? {};
    walk.papers[AUDIT] = Object.fromEntries(items.map((id) => [id, CONFORM]));
    walk.checks().toAudit().checks().must({ type: 'submit-audit' }, 'auditor');
    expect(walk.state.audit.current).toMatchObject({ grade: 'A', total: 100 });
  });

  it('is not submitted while an item of the delta is open', () => {
    const walk = accepted();
    const [missing = '', ...rest] = walk.state.renewal?.items ?? [];
    walk.papers[AUDIT] = Object.fromEntries(rest.map((id) => [id, CONFORM]));
    const submit = { type: 'submit-audit' } as const;
    expect(walk.checks().toAudit().refused(submit, 'auditor')).toEqual({
      code: 'answers-missing',
      items: [missing],
    });
  });

  it('believes an answer of today before one that was carried over', () => {
    const walk = accepted();
    const [carried = ''] = Object.keys(walk.state.renewal?.carried ?? {});
    walk
      .answer({ [carried]: NONCONFORM })
      .checks()
      .toAudit()
      .checks();
    walk.must({ type: 'submit-audit' }, 'auditor');
    expect(walk.state.audit.findings.map(({ itemId }) => itemId)).toEqual([carried]);
  });

  it('asks in full after a grade C, and after a change of owners, site or more than half of the workforce', () => {
    const planned = (walk: Walk) => [walk.state.renewal?.audit, walk.state.renewal?.fullBecause];
    const graded = (grade: 'B' | 'C') => (old: Walk) => {
      const current = { grade, total: 80, outcome: 'pass' } as const;
      old.state = { ...old.state, audit: { ...old.state.audit, current } };
      return old;
    };
    expect(planned(accepted(graded('B')))).toEqual(['delta', undefined]);
    expect(planned(accepted(graded('C')))).toEqual(['full', 'grade']);
    for (const section of ['owners', 'site'])
      expect(
        planned(
          accepted(undefined, (next) => {
            next.previous = { ...next.previous, rewritten: [section] } as NonNullable<Walk['previous']>;
          }),
        ),
      ).toEqual(['full', 'reported-change']);
    const workers = (count: number) => (next: Walk) => {
      next.previous = { ...next.previous, workers: count } as NonNullable<Walk['previous']>;
    };
    expect(planned(accepted(undefined, workers(26)))).toEqual(['full', 'reported-change']);
    expect(planned(accepted(undefined, workers(27)))).toEqual(['delta', undefined]);
  });

  it('asks in full after a change in the term, whether or not an officer has concluded it', () => {
    const reported = (old: Walk) => old.must({ type: 'report-change', change: 'workforce' }, 'supplier');
    const concluded = (old: Walk) =>
      reported(old)
        .checks()
        .must({ type: 'conclude-change', change: 'workforce', outcome: 'keep' }, 'officer');
    for (const prepare of [reported, concluded])
      expect(accepted(prepare).state.renewal).toMatchObject({
        audit: 'full',
        fullBecause: 'reported-change',
      });
  });

  it('is no audit in full for a complaint: the supplier would learn that somebody complained', () => {
    const report = { type: 'report-change', change: 'worker-complaint' } as const;
    const conclude = { ...report, type: 'conclude-change', outcome: 'keep' } as const;
    const open = (old: Walk) => old.must(report, 'officer');
    expect(accepted(open).state.renewal).toMatchObject({ audit: 'delta' });
    const over = (old: Walk) => open(old).must(conclude, 'officer');
    expect(accepted(over).state.renewal).toMatchObject({ audit: 'delta' });
  });

  it('asks what another version of the scheme added or changed, and goes on without what it left out', () => {
    const walk = accepted();
    const { renewal } = walk.state;
    const carried = { ...renewal?.carried, 'CD-01': 'conform', 'BL-02': 'conform' } as const;
    const items = renewal?.items?.filter((id) => !(id in carried)) ?? [];
    walk.state = { ...walk.state, renewal: { pilotAccepted: true, ...renewal, carried, items } };
    walk.checks().toAudit().must({ type: 'migrate-scheme', schemeVersionId: OTHER_VERSION }, 'officer');
    const { renewal: now } = walk.state;
    expect(now?.items).toEqual(expect.arrayContaining([...items, 'CD-01', 'BL-99']));
    expect(Object.keys(now?.carried ?? {}).filter((id) => ['CD-01', 'BL-02'].includes(id))).toEqual([]);
    expect([...(now?.items ?? []), ...Object.keys(now?.carried ?? {})].sort()).toEqual(
      [...walk.items()].sort(),
    );
    walk.papers[AUDIT] = Object.fromEntries((now?.items ?? []).map((id) => [id, CONFORM]));
    expect(walk.checks().must({ type: 'submit-audit' }, 'auditor').state.audit.phase).toBe('submitted');
  });

  it('asks what an overlay adds, in another version of the scheme too', () => {
    const walk = accepted().checks();
    const [first] = walk.scheme.checklist.items;
    if (!first) throw new Error('the checklist is empty');
    const content = { code: 'NLO', items: [{ ...first, id: 'NLO-01' }], tightened: [], certificates: {} };
    walk.overlays = [{ overlayId: 'overlay-1', buyerId: 'buyer-1', content }];
    walk.toAudit();
    expect(openPapers(walk.state).find(({ paper }) => paper === AUDIT)?.items).toContain('NLO-01');
    walk.must({ type: 'migrate-scheme', schemeVersionId: OTHER_VERSION }, 'officer');
    expect(walk.state.renewal?.items).toContain('NLO-01');
  });

  it('keeps from the supplier what will not be asked, until the audit is told', () => {
    const walk = accepted();
    expect(asTold(walk.state, ['supplier']).renewal).toEqual({
      pilotAccepted: true,
      audit: 'delta',
      verifiedAt: walk.previous?.state.validity?.from,
    });
    expect(asTold(walk.state, ['programme-office']).renewal?.items).toBeDefined();
    const told = JSON.stringify(walk.entries.at(-1)?.events);
    expect(walk.state.renewal?.items?.some((id) => told.includes(`"${id}"`))).toBe(false);
    walk.checks().toAudit().checks().must({ type: 'submit-audit' }, 'auditor').must(RENEW, 'reviewer');
    expect(asTold(walk.state, ['supplier']).renewal?.carried).toEqual(walk.state.renewal?.carried);
  });
});
