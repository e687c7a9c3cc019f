import { describe, expect, it } from '@jest/globals';
import { addDays } from '../calendar.js';
import { COMPLIANCE_CHECKS, type CheckKind } from '../case-state.js';
import type { CommandOf } from '../commands.js';
import { Walk } from '../walk.fixture.js';

const request = (...checks: CheckKind[]) => ({ type: 'request-checks', checks, why: 'change' }) as const;
const verdict = (walk: Walk, kind: CheckKind) => walk.state.checks[kind]?.verdict;
const expiry = (walk: Walk, kind: CheckKind) =>
  walk.state.deadlines.find(({ key }) => key === `check-expiry:${kind}`);

describe('the checks of a case', () => {
  it('are those that its scheme names for its category', () => {
    const labels = new Walk('TRIMS').toAssessment().state.checks;
    expect(Object.keys(labels)).toContain('test-reports');
    expect(Object.keys(new Walk('SERVICES').toAssessment().state.checks)).not.toContain('test-reports');
  });

  it('are the first four beside screening where a scheme names none', () => {
    const walk = new Walk();
    Object.assign(walk, { scheme: { ...walk.scheme, complianceChecks: undefined } });
    expect(Object.keys(walk.toAssessment().state.checks)).toEqual([
      'sanctions',
      'duplicate',
      ...COMPLIANCE_CHECKS,
    ]);
    expect(walk.toAudit().checks().must({ type: 'submit-audit' }, 'auditor').state.at).toBe(
      'ASSESSMENT_REVIEW',
    );
  });
});

describe('a result that ends', () => {
  const ending = (days: number): Walk => {
    const walk = new Walk();
    walk.checkEnds = { 'patent-tax': addDays(walk.now, days) };
    return walk.toReview();
  };

  it('is asked for again by the case itself, an hour into what comes after', () => {
    const walk = ending(60);
    expect(expiry(walk, 'patent-tax')?.dueAt).toBe(walk.checkEnds['patent-tax']);
    walk.wait(60);
    expect(verdict(walk, 'patent-tax')).toBe('PASS');
    walk.wait(1 / 24);
    expect(verdict(walk, 'patent-tax')).toBe('PENDING');
    walk.checkVerdicts = { 'patent-tax': 'WARN' };
    walk.checkEnds = { 'patent-tax': addDays(walk.now, 90) };
    walk.checks().wait(90.1);
    walk.checkVerdicts = { 'patent-tax': 'FAIL' };
    walk.checkEnds = {};
    expect(verdict(walk.checks(), 'patent-tax')).toBe('FAIL');
    expect(expiry(walk, 'patent-tax')).toBe(undefined);
  });

  it('is asked for once: one that has ended already waits for better papers', () => {
    const walk = new Walk().toPilot();
    walk.checkEnds = { insurance: addDays(walk.now, -1) };
    walk.must({ type: 'rerun-check', check: 'insurance' }, 'supplier').checks();
    expect(expiry(walk, 'insurance')).toBe(undefined);
  });

  it('of a certificate is watched with grace, and not twice', () => {
    const walk = new Walk();
    walk.certificateEnds = addDays(walk.now, 500);
    expect(expiry(walk.toDecision().approve(), 'certificates')).toBe(undefined);
    expect(walk.state.deadlines.map(({ kind }) => kind)).toContain('certificate');
  });
});

describe('something newer than a check', () => {
  it('has the machine look again, whoever noticed', () => {
    const walk = new Walk().toPilot().must(request('bank-account', 'sanctions'), 'system');
    expect([verdict(walk, 'bank-account'), verdict(walk, 'sanctions')]).toEqual(['PENDING', 'PENDING']);
    expect(verdict(walk.checks(), 'sanctions')).toBe('PASS');
    expect(walk.refused(request('sanctions'), 'officer').code).toBe('role-not-allowed');
  });

  it('asks for nothing that the case does not have, that runs already or that officers found failed', () => {
    const walk = new Walk().toAssessment();
    walk.checkVerdicts = { 'vat-tin': 'POTENTIAL' };
    walk.checks().must({ type: 'resolve-check', check: 'vat-tin', verdict: 'FAIL' }, 'officer');
    const { seq } = walk.must(request('vat-tin', 'chemicals'), 'system').state;
    walk.must({ type: 'confirm-check-failure', check: 'vat-tin' }, 'officer2');
    expect(walk.must(request('vat-tin'), 'system').state.seq).toBe(seq + 1);
    expect(verdict(walk, 'vat-tin')).toBe('FAIL');
    walk.must(request('permits'), 'system').must(request('permits'), 'system');
    expect(walk.state.seq).toBe(seq + 2);
  });
});

describe('a check by hand', () => {
  const kind = 'business-registration';
  const waiting = (): Walk => {
    const walk = new Walk().toAssessment();
    walk.checkVerdicts = { [kind]: 'POTENTIAL' };
    return walk.checks();
  };
  const pass = (
    walk: Walk,
    change: Partial<CommandOf<'resolve-check'>> = {},
  ): CommandOf<'resolve-check'> => ({
    ...{ type: 'resolve-check', check: kind, verdict: 'PASS', source: 'business-registry', noteId: 'note' },
    retrievedOn: walk.date(0),
    ...change,
  });

  it('passes on what an officer saw, where and when, for twelve months', () => {
    const walk = waiting();
    walk.must(pass(walk, { evidenceId: 'shot' }), 'officer');
    expect(walk.state.checks[kind]).toMatchObject({
      ...{ verdict: 'PASS', decidedBy: { personId: 'dara' }, expiresAt: '2027-11-02T02:00:00.000Z' },
      seen: { source: 'business-registry', retrievedOn: '2026-11-02', evidenceId: 'shot' },
    });
    expect(expiry(walk, kind)?.dueAt).toBe('2027-11-02T02:00:00.000Z');
  });

  it('does not pass without a source, a day, and a document or a note', () => {
    const walk = waiting();
    const missing = { code: 'proof-missing', items: [kind] };
    expect(walk.refused(pass(walk, { source: undefined }), 'officer')).toEqual(missing);
    expect(walk.refused(pass(walk, { retrievedOn: undefined }), 'officer')).toEqual(missing);
    expect(walk.refused(pass(walk, { noteId: undefined }), 'officer')).toEqual(missing);
    walk.evidenceKnown = false;
    expect(walk.refused(pass(walk, { evidenceId: 'elsewhere' }), 'officer')).toEqual({
      ...{ code: 'proof-missing', items: ['elsewhere'] },
    });
    expect(walk.must(pass(walk, { verdict: 'WAIVED', source: undefined }), 'officer').state.at).toBe(
      'IN_ASSESSMENT',
    );
  });

  it('is good until the day that the officer names, within two years', () => {
    const walk = waiting();
    const wrong = (change: object) => walk.refused(pass(walk, change), 'officer').items;
    expect(wrong({ retrievedOn: walk.date(1) })).toEqual(['retrievedOn']);
    expect(wrong({ retrievedOn: walk.date(-31) })).toEqual(['retrievedOn']);
    expect(wrong({ expiresOn: walk.date(0), retrievedOn: walk.date(1) })).toEqual([
      'retrievedOn',
      'expiresOn',
    ]);
    expect(wrong({ expiresOn: walk.date(740) })).toEqual(['expiresOn']);
    walk.must(pass(walk, { expiresOn: '2027-01-31' }), 'officer');
    expect(walk.state.checks[kind]?.expiresAt).toBe('2027-01-31T16:59:59.999Z');
  });
});
