import { describe, expect, it } from '@jest/globals';
import { ballHolders } from '../ball-holders.js';
import type { CheckKind, Verdict } from '../case-state.js';
import { allowedCommands } from '../precheck.js';
import { CHECK_RETRY_HOURS } from '../reference/deadline-rules.js';
import { PEOPLE, Walk, type Who } from '../walk.fixture.js';

const resolve = (check: CheckKind, verdict: 'PASS' | 'WARN' | 'FAIL' | 'WAIVED') =>
  ({ type: 'resolve-check', check, verdict }) as const;
const confirm = (check: CheckKind) => ({ type: 'confirm-check-failure', check }) as const;
const rerun = (check: CheckKind) => ({ type: 'rerun-check', check }) as const;
const screening = (verdicts: Partial<Record<CheckKind, Verdict>> = {}): Walk => {
  const walk = new Walk()
    .must({ type: 'submit-application' }, 'supplier')
    .must({ type: 'accept-application' }, 'officer');
  walk.checkVerdicts = verdicts;
  return walk.checks();
};
const verdict = (walk: Walk, kind: CheckKind): Verdict | undefined => walk.state.checks[kind]?.verdict;
const what = (walk: Walk): readonly string[] => ballHolders(walk.state).map((h) => h.what);

describe('screening', () => {
  it('lets a clear supplier into the assessment, where the other checks start', () => {
    const walk = screening();
    expect(walk.state.at).toBe('IN_ASSESSMENT');
    expect(walk.moves.slice(-2).map((m) => m.to)).toEqual(['ELIGIBLE', 'IN_ASSESSMENT']);
    expect(verdict(walk, 'certificates')).toBe('PENDING');
  });

  it('gives a potential match to an officer, who may clear it', () => {
    const walk = screening({ sanctions: 'POTENTIAL' });
    expect(what(walk)).toEqual(['resolve-check']);
    expect(walk.refused(resolve('duplicate', 'PASS'), 'officer')).toEqual({
      code: 'check-not-awaiting-officer',
      items: ['duplicate'],
    });
    expect(walk.refused(resolve('sanctions', 'PASS'), 'reviewer').code).toBe('role-not-allowed');
    expect(walk.must(resolve('sanctions', 'PASS'), 'officer').state.at).toBe('IN_ASSESSMENT');
  });

  it('rejects on a failure that two different officers confirm', () => {
    const walk = screening({ sanctions: 'POTENTIAL' });
    expect(walk.refused(confirm('sanctions'), 'officer2').code).toBe('check-not-awaiting-officer');
    walk.must(resolve('sanctions', 'FAIL'), 'officer');
    expect(walk.state.at).toBe('SCREENING');
    expect(what(walk)).toEqual(['confirm-check-failure']);
    expect(walk.refused(confirm('sanctions'), 'officer').code).toBe('same-person');
    expect(walk.refused(resolve('sanctions', 'FAIL'), 'officer2').code).toBe('check-not-awaiting-officer');
    walk.must(confirm('sanctions'), 'officer2');
    expect(walk.state).toMatchObject({ at: 'REJECTED', closedReason: 'sanctions', over: false });
  });

  it('names the check that knocked the supplier out', () => {
    const walk = screening({ duplicate: 'POTENTIAL' }).must(resolve('duplicate', 'FAIL'), 'officer');
    expect(walk.must(confirm('duplicate'), 'officer2').state.closedReason).toBe('duplicate');
  });

  it('never rejects on the word of a machine', () => {
    const walk = screening({ sanctions: 'FAIL' });
    expect(walk.state.at).toBe('SCREENING');
    expect(verdict(walk, 'sanctions')).toBe('POTENTIAL');
    expect(what(walk)).toEqual(['resolve-check']);
  });

  it('lets a second officer clear what the first wanted to fail', () => {
    const walk = screening({ sanctions: 'POTENTIAL' }).must(resolve('sanctions', 'FAIL'), 'officer');
    expect(walk.must(resolve('sanctions', 'PASS'), 'officer2').state.at).toBe('IN_ASSESSMENT');
  });

  it('waits for the second officer when a rejection is proposed, though every check is clear', () => {
    const walk = screening({ sanctions: 'POTENTIAL' });
    walk
      .must({ type: 'propose-rejection', reason: 'forged-document' }, 'officer')
      .must(resolve('sanctions', 'PASS'), 'officer');
    expect(walk.state.at).toBe('SCREENING');
    expect(what(walk)).toEqual(['confirm-rejection']);
    expect(walk.refused({ type: 'dismiss-rejection' }, 'officer').code).toBe('same-person');
    expect(walk.must({ type: 'dismiss-rejection' }, 'officer2').state.at).toBe('IN_ASSESSMENT');
  });

  it('takes no results after the rejection, and none is awaited', () => {
    const walk = screening({ sanctions: 'POTENTIAL' }).must(rerun('duplicate'), 'officer');
    walk.must(resolve('sanctions', 'FAIL'), 'officer').must(confirm('sanctions'), 'officer2');
    expect(Object.keys(walk.state.checks)).toEqual(['sanctions']);
    expect(walk.refused({ type: 'record-checks', runId: 'late' }, 'system').code).toBe(
      'stage-does-not-allow',
    );
  });
});

describe('a check that could not run', () => {
  const stay = (walk: Walk): void => expect(walk.state.at).toBe('SCREENING');

  it('is never a pass: it is tried again at the set hours, and then it is an officer task', () => {
    const walk = screening({ sanctions: 'ERROR' });
    for (const hours of CHECK_RETRY_HOURS) {
      stay(walk);
      expect(verdict(walk, 'sanctions')).toBe('ERROR');
      expect(walk.state.deadlines.find((d) => d.kind === 'check-retry')?.steps).toHaveLength(1);
      expect(walk.refused(resolve('sanctions', 'PASS'), 'officer').code).toBe('check-not-awaiting-officer');
      walk.wait(hours / 24 - 0.001);
      expect(verdict(walk, 'sanctions')).toBe('ERROR');
      walk.wait(0.001);
      expect(verdict(walk, 'sanctions')).toBe('PENDING');
      walk.checks();
    }
    stay(walk);
    expect(what(walk)).toEqual(['resolve-check']);
    expect(walk.must(resolve('sanctions', 'WAIVED'), 'officer').state.at).toBe('IN_ASSESSMENT');
  });

  it('counts from nothing again after a result', () => {
    const walk = screening({ sanctions: 'ERROR' }).wait(1);
    walk.checkVerdicts = { sanctions: 'POTENTIAL' };
    expect(walk.checks().state.checks.sanctions).toMatchObject({ verdict: 'POTENTIAL', errors: 0 });
  });

  it('may be run again by an officer at once', () => {
    const walk = screening({ sanctions: 'ERROR' }).must(rerun('sanctions'), 'officer');
    expect(walk.refused(rerun('sanctions'), 'officer')).toEqual({
      code: 'check-running',
      items: ['sanctions'],
    });
    expect(walk.state.deadlines.filter((d) => d.kind === 'check-retry')).toEqual([]);
    walk.checkVerdicts = {};
    expect(walk.checks().state.at).toBe('IN_ASSESSMENT');
  });
});

describe('a check beside the audit', () => {
  const assessed = (verdicts: Partial<Record<CheckKind, Verdict>>): Walk => {
    const walk = new Walk().toAssessment();
    walk.checkVerdicts = verdicts;
    return walk.checks();
  };

  it('may be run again by the supplier with better papers, but screening checks may not', () => {
    const walk = assessed({ 'vat-tin': 'FAIL' });
    expect(walk.refused(rerun('sanctions'), 'supplier').code).toBe('role-not-allowed');
    const offered = allowedCommands(walk.state, PEOPLE.supplier).filter((c) => c.type === 'rerun-check');
    expect(offered.map((c) => c.subject['check'])).not.toContain('sanctions');
    walk.must(rerun('vat-tin'), 'supplier');
    walk.checkVerdicts = {};
    expect(verdict(walk.checks(), 'vat-tin')).toBe('PASS');
  });

  it('that failed may be waived by an officer, but not failed a second time', () => {
    const walk = assessed({ 'vat-tin': 'FAIL' });
    expect(walk.refused(resolve('vat-tin', 'FAIL'), 'officer').code).toBe('check-not-awaiting-officer');
    expect(verdict(walk.must(resolve('vat-tin', 'WAIVED'), 'officer'), 'vat-tin')).toBe('WAIVED');
  });

  it('is overturned by another officer than the one who confirmed its failure', () => {
    const walk = assessed({ 'vat-tin': 'POTENTIAL' }).must(resolve('vat-tin', 'FAIL'), 'officer');
    expect(walk.refused(rerun('vat-tin'), 'supplier').code).toBe('check-not-awaiting-officer');
    walk.must(confirm('vat-tin'), 'officer2');
    expect(walk.state.at).toBe('IN_ASSESSMENT');
    expect(walk.refused(rerun('vat-tin'), 'supplier').code).toBe('overturn-needs-other-officer');
    expect(walk.refused(resolve('vat-tin', 'PASS'), 'officer2').code).toBe('overturn-needs-other-officer');
    expect(verdict(walk.must(resolve('vat-tin', 'PASS'), 'officer'), 'vat-tin')).toBe('PASS');
  });

  it('washes no hit on a list clean with new owners', () => {
    const walk = assessed({ sanctions: 'POTENTIAL' });
    walk.must(rerun('sanctions'), 'officer').checks();
    walk.must(resolve('sanctions', 'FAIL'), 'officer').must(confirm('sanctions'), 'officer2');
    walk.must(rerun('beneficial-owners'), 'supplier');
    expect([verdict(walk, 'beneficial-owners'), verdict(walk, 'sanctions')]).toEqual(['PENDING', 'FAIL']);
    const other = assessed({}).must(rerun('beneficial-owners'), 'supplier');
    expect(verdict(other, 'sanctions')).toBe('PENDING');
  });

  it('goes on beside the pilot, and its result is taken there', () => {
    const walk = new Walk().toPilot().must(rerun('certificates'), 'supplier');
    expect(verdict(walk.checks(), 'certificates')).toBe('PASS');
  });

  it('is the business of nobody else', () => {
    const outsiders: readonly Who[] = ['stranger', 'auditor', 'requester'];
    for (const who of outsiders) expect(() => assessed({}).must(rerun('vat-tin'), who)).toThrow('refused');
    expect(new Walk().refused({ type: 'record-checks', runId: 'mine' }, 'officer').code).toBe(
      'role-not-allowed',
    );
  });
});
