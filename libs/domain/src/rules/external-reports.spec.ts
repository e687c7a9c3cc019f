import { describe, expect, it } from '@jest/globals';
import { ballHolders } from '../ball-holders.js';
import { addDays } from '../calendar.js';
import { COMPLIANCE, EXTERNAL_REPORTS, openPapers, surveillancePaper } from '../papers.js';
import { scoreOfCase } from '../score-of-case.js';
import { CONFORM, NONCONFORM, Walk } from '../walk.fixture.js';
import { itemsOf } from './audit.js';

const HAND_IN = { type: 'submit-external-reports' } as const;
const confirm = (reportId = 'r1') => ({ type: 'confirm-external-report', reportId }) as const;
const refuse = (reportId = 'r1') =>
  ({ type: 'refuse-external-report', reportId, reason: 'not-found-at-source' }) as const;
const SUBMIT = { type: 'submit-audit' } as const;
const SHUT = ['SL-05', 'HS-03'];
const compliance = (walk: Walk) => openPapers(walk.state).find((p) => p.paper === COMPLIANCE)?.items;
/** Submitted with a report that covers two items nobody answered. */
const credited = (walk = new Walk()): Walk =>
  walk
    .reports({})
    .toAssessment()
    .must(confirm(), 'officer')
    .unanswered(...SHUT)
    .toAudit()
    .checks()
    .must(SUBMIT, 'auditor');
const why = (walk: Walk) =>
  scoreOfCase(walk.state, itemsOf(walk.state, { scheme: walk.scheme }), walk.scheme.checklist);

describe('a report of another scheme', () => {
  it('goes with the application to an officer, who verifies it at its source', () => {
    const walk = new Walk().reports({ scheme: 'SMETA' }).must({ type: 'submit-application' }, 'supplier');
    expect(walk.state.externalReports).toMatchObject({ r1: { scheme: 'SMETA', phase: 'submitted' } });
    expect(ballHolders(walk.state)).toMatchObject([
      { what: 'check-completeness' },
      { what: 'confirm-external-report', role: 'officer', subject: 'r1', otherwise: 'escalation' },
    ]);
    expect(walk.refused(confirm(), 'reviewer').code).toBe('role-not-allowed');
    expect(walk.refused(confirm(), 'auditor').code).toBe('role-not-allowed');
    expect(walk.refused(confirm(), 'supplier').code).toBe('role-not-allowed');
    expect(walk.refused(confirm('r2'), 'officer').code).toBe('external-report-not-submitted');
    walk.must(confirm(), 'officer');
    expect(walk.state.externalReports).toMatchObject({ r1: { phase: 'confirmed' } });
    expect(walk.refused(confirm(), 'officer').code).toBe('external-report-not-submitted');
    expect(walk.state.deadlines.some(({ kind }) => kind === 'external-report')).toBe(false);
  });

  it('may be handed in later, and is not changed while an officer looks', () => {
    const walk = new Walk().toAssessment();
    expect(compliance(walk)).toEqual([EXTERNAL_REPORTS]);
    expect(walk.refused(HAND_IN, 'supplier').code).toBe('external-reports-missing');
    walk.reports({}).must(HAND_IN, 'supplier');
    expect(compliance(walk)).toBeUndefined();
    expect(walk.refused(HAND_IN, 'supplier')).toEqual({ code: 'external-reports-missing', items: ['r1'] });
    walk.must(confirm(), 'officer');
    expect(compliance(walk)).toEqual([EXTERNAL_REPORTS]);
    expect(walk.refused(HAND_IN, 'supplier').code).toBe('external-reports-missing');
    expect(walk.refused(HAND_IN, 'auditor').code).toBe('role-not-allowed');
  });

  it('does not count when an officer refused it, and may be handed in again', () => {
    const walk = new Walk().toAssessment().reports({}).must(HAND_IN, 'supplier').must(refuse(), 'officer');
    expect(walk.state.externalReports).toMatchObject({ r1: { phase: 'refused' } });
    walk.unanswered('SL-05').toAudit();
    expect(walk.refused(SUBMIT, 'auditor')).toEqual({ code: 'answers-missing', items: ['SL-05'] });
    walk
      .reports({ scheme: 'BFC' })
      .must(HAND_IN, 'supplier')
      .must(confirm(), 'officer')
      .must(SUBMIT, 'auditor');
    expect(walk.state.audit.credits).toMatchObject([{ itemId: 'SL-05', scheme: 'BFC' }]);
  });

  it('of another site or of a day to come is no evidence', () => {
    const walk = new Walk().reports({ siteId: 'elsewhere' });
    expect(walk.refused({ type: 'submit-application' }, 'supplier')).toEqual({
      ...{ code: 'application-incomplete', items: ['external-reports.r1'] },
    });
    walk.reports().toAssessment();
    walk.reports({ reportedOn: walk.date(1) }, { siteId: 'site' });
    expect(walk.refused(HAND_IN, 'supplier')).toEqual({ code: 'external-report-not-usable', items: ['r1'] });
  });

  it('that was changed since it was handed in is not confirmed', () => {
    const walk = new Walk().reports({}).must({ type: 'submit-application' }, 'supplier');
    walk.reports({ reportedOn: walk.date(-1) });
    expect(walk.refused(confirm(), 'officer')).toEqual({ code: 'external-report-changed', items: ['r1'] });
    walk.reports();
    expect(walk.refused(confirm(), 'officer').code).toBe('external-report-changed');
  });

  it('is confirmed whatever the order in which the database keeps its fields', () => {
    const walk = new Walk()
      .reports({ openCriticals: ['HS'] })
      .must({ type: 'submit-application' }, 'supplier');
    const { phase, openCriticals, ...rest } = walk.state.externalReports!['r1']!;
    walk.state = { ...walk.state, externalReports: { r1: { openCriticals, phase, ...rest } } };
    expect(walk.must(confirm(), 'officer').state.externalReports).toMatchObject({
      r1: { phase: 'confirmed' },
    });
  });

  it('is taken anew with an application that comes back, and forgotten when it was taken out', () => {
    const walk = new Walk().reports({}, {}).must({ type: 'submit-application' }, 'supplier');
    walk.must({ type: 'request-information', items: ['external-reports'] }, 'officer');
    walk.reports({ scheme: 'SLCP' }).must({ type: 'resubmit-application' }, 'supplier');
    expect(Object.keys(walk.state.externalReports ?? {})).toEqual(['r1']);
    expect(walk.state.externalReports).toMatchObject({ r1: { scheme: 'SLCP' } });
    expect(walk.state.deadlines.filter((d) => d.kind === 'external-report').map((d) => d.subject)).toEqual([
      'r1',
    ]);
  });
});

describe('credit', () => {
  it('stands in for answers: the submission does not ask for them, and they count as conform', () => {
    const walk = credited();
    expect(walk.state.audit).toMatchObject({ current: { grade: 'A', total: 100 }, findings: [] });
    expect(walk.state.audit.credits?.map(({ itemId }) => itemId)).toEqual(SHUT);
    expect(why(walk)).toMatchObject({ credited: SHUT, lost: [], total: 100 });
    expect(walk.entries.at(-1)?.events).toMatchObject([
      { type: 'audit-submitted', params: { credited: 2 } },
      { type: 'assessment-ready-for-review' },
    ]);
  });

  it('is not taken from a report that the officer who verifies it has handed in', () => {
    const walk = new Walk().toAssessment().reports({}).must(HAND_IN, 'officer');
    expect(walk.refused(confirm(), 'officer').code).toBe('same-person');
    walk.must(confirm(), 'officer2');
    const own = new Walk().toAssessment().reports({}).must(HAND_IN, 'supplier').must(confirm(), 'officer');
    expect(own.state.externalReports?.['r1']).not.toHaveProperty('enteredBy');
  });

  it('is beaten by an answer', () => {
    const walk = new Walk().reports({}).toAssessment().must(confirm(), 'officer').toAudit().checks();
    walk.answer({ 'SL-05': NONCONFORM }).must(SUBMIT, 'auditor');
    expect(walk.state.audit).toMatchObject({ findings: [{ itemId: 'SL-05' }], current: { grade: 'D' } });
    expect(walk.state.audit.credits).toBeUndefined();
  });

  it('is not taken from a report that an officer has not confirmed, nor for a zero-tolerance item', () => {
    const walk = new Walk().reports({}).toAssessment().unanswered('SL-05', 'SL-01').toAudit();
    expect(walk.refused(SUBMIT, 'auditor').items).toEqual(['SL-01', 'SL-05']);
    walk.must(confirm(), 'officer');
    expect(walk.refused(SUBMIT, 'auditor').items).toEqual(['SL-01']);
  });

  it('that ran out before the audit is submitted has the items asked', () => {
    const walk = new Walk().reports({ reportedOn: '2025-11-10' }).toAssessment().must(confirm(), 'officer');
    walk.unanswered('SL-05').toAudit().wait(10);
    expect(walk.refused(SUBMIT, 'auditor')).toEqual({ code: 'answers-missing', items: ['SL-05'] });
  });

  it('reminds before it ends, and then its items are open again: corrected beside the qualification', () => {
    const walk = credited().passed().piloted().approve();
    const end = walk.state.deadlines.find(({ kind }) => kind === 'credit-end');
    expect(end?.steps.map(({ step }) => step)).toEqual(['remind', 'remind', 'remind', 'remind', 'expire']);
    walk.wait(280);
    expect(walk.state).toMatchObject({
      at: 'QUALIFIED',
      audit: {
        initial: { grade: 'A' },
        current: { grade: 'D' },
        credits: [{ ended: true }, { ended: true }],
      },
      correctiveActions: { 'SL-05': { severity: 'critical' }, 'HS-03': { severity: 'critical' } },
      matters: [{ kind: 'grade-changed' }],
    });
    expect(why(walk)?.lost).toMatchObject([
      { itemId: 'SL-05', reason: 'credit-ended', restoredBy: 'external-report-or-visit' },
      { itemId: 'HS-03', reason: 'credit-ended' },
    ]);
    expect(walk.entries.flatMap((e) => e.events).filter((e) => e.type === 'credit-ended')).toEqual([
      { type: 'credit-ended', params: { items: SHUT } },
    ]);
  });

  it('ends the same when the bell rings late, for all its steps at once', () => {
    const walk = credited().passed().piloted().approve();
    walk.now = addDays(walk.now, 280);
    walk.must({ type: 'advance-clock' }, 'system');
    expect(walk.state.audit).toMatchObject({ current: { grade: 'D' }, credits: [{ ended: true }, {}] });
  });

  it('is over when a visit has seen the items', () => {
    const walk = credited().passed().piloted().approve();
    walk
      .must({ type: 'order-surveillance', unannounced: false }, 'officer')
      .must({ type: 'assign-surveillance', visit: 'v1', auditorId: 'mony', firmId: 'firm-2' }, 'officer');
    walk.papers[surveillancePaper('v1')] = Object.fromEntries(walk.items().map((id) => [id, CONFORM]));
    walk
      .must({ type: 'submit-surveillance', visit: 'v1' }, 'auditor2')
      .must({ type: 'conclude-surveillance', visit: 'v1', outcome: 'keep' }, 'reviewer');
    expect(walk.state.deadlines.map(({ kind }) => kind)).not.toContain('credit-end');
    walk.wait(280);
    expect(walk.state).toMatchObject({ audit: { current: { grade: 'A' }, findings: [] }, matters: [] });
    expect(walk.state.audit.credits).toBeUndefined();
  });

  it('is renewed by a newer report, and what was open of it is closed', () => {
    const walk = credited().passed().piloted().approve().wait(280);
    walk
      .reports({ id: 'r2', reportedOn: walk.date(-3) })
      .must(HAND_IN, 'supplier')
      .must(confirm('r2'), 'officer');
    expect(walk.state).toMatchObject({ correctiveActions: {}, audit: { current: { grade: 'A' } } });
    expect(walk.state.audit.credits).toMatchObject([{ reportId: 'r2' }, { reportId: 'r2' }]);
    expect(walk.state.deadlines.filter(({ kind }) => kind.startsWith('corrective-action'))).toEqual([]);
    expect(walk.state.deadlines.filter(({ kind }) => kind === 'credit-end')).toHaveLength(1);
  });

  it('that ends before the review leaves the items to the auditor', () => {
    const walk = new Walk().reports({ reportedOn: '2025-11-20' }).toAssessment().must(confirm(), 'officer');
    walk
      .unanswered(...SHUT)
      .toAudit()
      .checks()
      .must(SUBMIT, 'auditor')
      .wait(20);
    expect(walk.state).toMatchObject({
      at: 'ASSESSMENT_REVIEW',
      correctiveActions: {},
      audit: { current: { grade: 'D' } },
    });
    expect(walk.refused({ type: 'pass-review' }, 'reviewer').code).toBe('grade-too-low');
    walk.must({ type: 'return-to-auditor', items: ['SL-05'] }, 'reviewer').answer({ 'SL-05': CONFORM });
    expect(walk.refused(SUBMIT, 'auditor')).toEqual({ code: 'answers-missing', items: ['HS-03'] });
  });

  it('that ends while the auditor is at work on some items opens its own to them too', () => {
    const walk = new Walk().reports({ reportedOn: '2025-11-20' }).toAssessment().must(confirm(), 'officer');
    walk
      .unanswered(...SHUT)
      .toAudit()
      .checks()
      .must(SUBMIT, 'auditor');
    walk.must({ type: 'return-to-auditor', items: ['BL-01'] }, 'reviewer').wait(20);
    expect(walk.state.audit.reopenedItems).toEqual(['BL-01', ...SHUT]);
    walk.answer({ 'SL-05': CONFORM, 'HS-03': CONFORM }).must(SUBMIT, 'auditor');
    expect(walk.state.audit.current?.grade).toBe('A');
  });
});

describe('the score made of the state', () => {
  it('is the one that was decided, whatever the answers were', () => {
    const walk = new Walk().answer({
      'BL-03': { value: 'partial', reasonGiven: false, evidenceCount: 1, noteLength: 0 },
      'CD-01': NONCONFORM,
      'EN-01': { value: 'not-applicable', reasonGiven: true, evidenceCount: 0, noteLength: 0 },
      'SL-06': { value: 'not-verified', reasonGiven: true, evidenceCount: 0, noteLength: 0 },
    });
    const { current } = walk.toReview().state.audit;
    expect(why(walk)).toMatchObject({ ...current });
    expect(why(new Walk())).toBeUndefined();
    const { audit } = walk.state;
    walk.state = { ...walk.state, audit: { ...audit, notApplicable: undefined } as unknown as typeof audit };
    expect(why(walk)).toBeUndefined();
  });
});
