import { describe, expect, it } from '@jest/globals';
import { ballHolders } from '../ball-holders.js';
import { addDays } from '../calendar.js';
import { openPapers } from '../papers.js';
import { NONCONFORM, Walk } from '../walk.fixture.js';

const PLAN = { type: 'accept-corrective-plan' } as const;
const submit = (correctiveActionId: string) =>
  ({ type: 'submit-corrective-action', correctiveActionId }) as const;
const verify = (correctiveActionId: string) =>
  ({ type: 'verify-corrective-action', correctiveActionId }) as const;
const reject = (correctiveActionId: string) =>
  ({ type: 'reject-corrective-action', correctiveActionId }) as const;
const correcting = (...items: string[]): Walk =>
  new Walk()
    .answer(Object.fromEntries(items.map((id) => [id, NONCONFORM])))
    .toReview()
    .must({ type: 'require-corrective-actions' }, 'reviewer');
const respond = (walk: Walk, id: string, response: object): Walk => {
  walk.papers[`corrective-action:${id}`] = { response };
  return walk;
};
const PLANNED = { rootCause: 'x', action: 'y', owner: 'quality' };
const MINOR = 'CD-04';
/** The core profile asks no minor item: give one finding that severity. */
const minor = (): Walk => {
  const walk = new Walk().answer({ 'CD-01': NONCONFORM }).toReview();
  const { audit } = walk.state;
  walk.state = {
    ...walk.state,
    audit: { ...audit, findings: [{ itemId: MINOR, severity: 'minor', value: 'nonconform' }] },
  };
  return walk.must({ type: 'require-corrective-actions' }, 'reviewer');
};

const papersOf = (walk: Walk): readonly string[] =>
  openPapers(walk.state)
    .map((p) => p.paper)
    .filter((paper) => paper.startsWith('corrective-action:'));

describe('a corrective action', () => {
  it('is opened for every finding, due by its severity', () => {
    const walk = correcting('BL-01', 'CD-01');
    expect(walk.state.correctiveActions).toMatchObject({
      'BL-01': { severity: 'critical', phase: 'open', dueAt: addDays(walk.now, 30) },
      'CD-01': { severity: 'major', phase: 'open', dueAt: addDays(walk.now, 90) },
    });
    expect(minor().state.correctiveActions).toMatchObject({ [MINOR]: { dueAt: addDays(walk.now, 180) } });
    expect(papersOf(walk)).toEqual(['corrective-action:BL-01', 'corrective-action:CD-01']);
  });

  it('is handed in with root cause, action and evidence, and refused without', () => {
    const walk = correcting('BL-01');
    expect(walk.refused(submit('BL-01'), 'supplier')).toEqual({
      code: 'corrective-action-incomplete',
      items: ['BL-01.rootCause', 'BL-01.action', 'BL-01.owner', 'BL-01.evidence'],
    });
    respond(walk, 'BL-01', { rootCause: 'x', evidence: ['z'] });
    expect(walk.refused(submit('BL-01'), 'supplier').items).toEqual(['BL-01.action', 'BL-01.owner']);
    walk.correct('BL-01');
    expect(walk.state.correctiveActions['BL-01']?.phase).toBe('submitted');
    expect(papersOf(walk)).toEqual([]);
    expect(walk.refused(submit('BL-01'), 'supplier')).toEqual({
      code: 'corrective-action-not-open',
      items: ['BL-01'],
    });
    expect(walk.refused(submit('XX-99'), 'supplier').code).toBe('corrective-action-not-open');
  });

  it('is verified by the auditor of the case, and by nobody else', () => {
    const walk = correcting('BL-01');
    expect(walk.refused(verify('BL-01'), 'auditor')).toEqual({
      code: 'corrective-action-not-submitted',
      items: ['BL-01'],
    });
    walk.correct('BL-01');
    expect(walk.refused(verify('BL-01'), 'auditor2').code).toBe('not-assigned');
    expect(walk.refused(verify('BL-01'), 'colleague').code).toBe('not-assigned');
    expect(walk.refused(verify('BL-01'), 'reviewer').code).toBe('role-not-allowed');
    expect(walk.refused(verify('BL-01'), 'supplier').code).toBe('role-not-allowed');
    walk.verify('BL-01');
    expect(walk.state).toMatchObject({
      at: 'ASSESSMENT_REVIEW',
      audit: { initial: { grade: 'D' }, current: { grade: 'A' } },
    });
  });

  it('goes back to the review only when all are verified', () => {
    const walk = correcting('BL-01', 'CD-01').correct('BL-01').verify('BL-01');
    expect(walk.state.at).toBe('CAP_OPEN');
    expect(walk.correct('CD-01').verify('CD-01').state.at).toBe('ASSESSMENT_REVIEW');
  });

  it('is rejected with a week at least to hand it in again', () => {
    const walk = correcting('BL-01').wait(28).correct('BL-01').must(reject('BL-01'), 'auditor');
    expect(walk.state.correctiveActions['BL-01']).toMatchObject({
      phase: 'rejected',
      rejections: 1,
      dueAt: addDays(walk.now, 7),
    });
    expect(walk.refused(reject('BL-01'), 'auditor').code).toBe('corrective-action-not-submitted');
    expect(papersOf(walk)).toEqual(['corrective-action:BL-01']);
    expect(walk.correct('BL-01').verify('BL-01').state.at).toBe('ASSESSMENT_REVIEW');
  });
});

describe('an overdue corrective action', () => {
  it.each([
    ['critical', 'BL-01', 30],
    ['major', 'CD-01', 90],
  ])('rejects the case 14 days after a %s one was due', (_severity, item, days) => {
    const walk = correcting(item).wait(days + 13.9);
    expect(walk.state.at).toBe('CAP_OPEN');
    expect(walk.wait(0.1).state).toMatchObject({ at: 'REJECTED', closedReason: 'corrective-action-overdue' });
  });

  it('only escalates when it is a minor one', () => {
    const walk = minor().wait(300);
    expect(walk.state.at).toBe('CAP_OPEN');
    expect(walk.entries.flatMap((e) => e.events).some((e) => e.type === 'escalated')).toBe(true);
  });

  it('does not count while the auditor has it', () => {
    expect(correcting('BL-01').wait(43).correct('BL-01').wait(60).state.at).toBe('CAP_OPEN');
  });

  it('has 30 days more when an officer grants them, and says so', () => {
    const walk = correcting('BL-01');
    const extend = {
      type: 'extend-deadline',
      deadline: 'corrective-action-critical:BL-01',
      days: 30,
    } as const;
    walk.must(extend, 'officer');
    expect(walk.state.correctiveActions['BL-01']?.dueAt).toBe(addDays(walk.now, 60));
    expect(walk.refused(extend, 'officer').code).toBe('deadline-not-extendable');
    expect(walk.wait(73.9).state.at).toBe('CAP_OPEN');
    expect(walk.wait(0.1).state.at).toBe('REJECTED');
  });

  it('beside a pilot stays the supplier’s and becomes a matter for the office until it is handed in', () => {
    const walk = respond(correcting('CD-01'), 'CD-01', PLANNED).must(PLAN, 'reviewer').wait(104);
    expect(walk.state.at).toBe('PILOT_READY');
    expect(walk.state.matters).toMatchObject([
      { kind: 'escalated', subject: 'corrective-action-major:CD-01' },
    ]);
    expect(ballHolders(walk.state).map((h) => h.what)).toContain('correct-finding');
    expect(walk.correct('CD-01').state.matters).toEqual([]);
    expect(walk.verify('CD-01').state.at).toBe('PILOT_READY');
  });
});

describe('a corrective plan', () => {
  it('lets a case with majors only go on to its pilot', () => {
    const walk = respond(correcting('CD-01'), 'CD-01', PLANNED);
    expect(walk.must(PLAN, 'reviewer').state.at).toBe('PILOT_READY');
    expect(walk.state.correctiveActions['CD-01']?.phase).toBe('open');
  });

  it('is refused with a critical one open', () => {
    const walk = respond(correcting('BL-01'), 'BL-01', PLANNED);
    expect(walk.refused(PLAN, 'reviewer')).toEqual({
      code: 'corrective-actions-critical-open',
      items: ['BL-01'],
    });
  });

  it.each([
    ['nothing', {}],
    ['no root cause', { action: 'y', owner: 'quality', evidence: ['z'] }],
    ['no action', { rootCause: 'x', owner: 'quality', evidence: ['z'] }],
    ['nobody who sees to it', { rootCause: 'x', action: 'y', evidence: ['z'] }],
  ])('is refused with %s planned', (_what, response) => {
    const walk = respond(correcting('CD-01'), 'CD-01', response);
    expect(walk.refused(PLAN, 'reviewer')).toEqual({
      code: 'corrective-actions-plan-missing',
      items: ['CD-01'],
    });
  });

  it('is refused while a check failed or runs', () => {
    const walk = respond(correcting('CD-01'), 'CD-01', PLANNED);
    walk.must({ type: 'rerun-check', check: 'vat-tin' }, 'supplier');
    expect(walk.refused(PLAN, 'reviewer').code).toBe('check-running');
    walk.checkVerdicts = { 'vat-tin': 'FAIL' };
    expect(walk.checks().refused(PLAN, 'reviewer').code).toBe('check-failed');
  });

  it('is not accepted by the auditor’s side', () => {
    const walk = respond(correcting('CD-01'), 'CD-01', PLANNED);
    expect(walk.refused(PLAN, 'auditorAsReviewer').code).toBe('segregation-of-duties');
    expect(walk.refused(PLAN, 'officer').code).toBe('role-not-allowed');
  });
});
