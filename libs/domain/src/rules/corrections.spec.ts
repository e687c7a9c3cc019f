import { describe, expect, it } from '@jest/globals';
import { ballHolders } from '../ball-holders.js';
import { addDays } from '../calendar.js';
import type { Answer } from '../checklist.js';
import { AUDIT, AUDIT_CORRECTIONS, openPapers } from '../papers.js';
import { NONCONFORM, NOT_APPLICABLE, Walk } from '../walk.fixture.js';
import { asTold } from '../withheld.js';

const accept = (itemId: string) => ({ type: 'accept-correction', itemId }) as const;
const refuse = (itemId: string) => ({ type: 'refuse-correction', itemId }) as const;
const propose = (...items: string[]) => ({ type: 'propose-corrections', items }) as const;
const CORRECT = { type: 'require-corrective-actions' } as const;
const bad = (...items: string[]): Walk =>
  new Walk().answer(Object.fromEntries(items.map((id) => [id, NONCONFORM])));
const canCorrect = (walk: Walk): boolean => openPapers(walk.state).some((p) => p.paper === AUDIT_CORRECTIONS);

describe('a correction of a submitted answer', () => {
  it('counts when a second person has accepted it; the answer and the initial score stay', () => {
    const walk = bad('BL-01').toReview();
    const before = walk.papers[AUDIT];
    walk.proposeCorrections({ 'BL-01': 'conform' });
    expect(walk.state.audit.current?.grade).toBe('D');
    walk.must(accept('BL-01'), 'reviewer');
    expect(walk.state.audit).toMatchObject({
      ...{ initial: { grade: 'D' }, current: { grade: 'A', total: 100 }, findings: [] },
      corrections: [
        {
          ...{
            itemId: 'BL-01',
            answered: 'nonconform',
            was: 'nonconform',
            value: 'conform',
            reason: 'other',
          },
          ...{ phase: 'accepted', proposedBy: { personId: 'chan' }, decidedBy: { personId: 'rith' } },
        },
      ],
    });
    expect(walk.papers[AUDIT]).toBe(before);
    expect(walk.must({ type: 'pass-review' }, 'reviewer2').state.at).toBe('PILOT_READY');
  });

  it('changes nothing when it is refused, and may be proposed again', () => {
    const walk = bad('BL-01').toReview().proposeCorrections({ 'BL-01': 'conform' });
    walk.must(refuse('BL-01'), 'reviewer');
    expect(walk.state.audit).toMatchObject({ current: { grade: 'D' }, corrections: [{ phase: 'refused' }] });
    walk.proposeCorrections({ 'BL-01': 'conform' }).must(accept('BL-01'), 'reviewer2');
    expect(walk.state.audit.corrections?.map(({ phase }) => phase)).toEqual(['refused', 'accepted']);
  });

  it('is the assigned auditor’s to propose, and an independent reviewer’s to judge', () => {
    const walk = bad('BL-01').toReview().draftCorrections({ 'BL-01': 'conform' });
    expect(walk.refused(propose('BL-01'), 'colleague').code).toBe('not-assigned');
    expect(walk.refused(propose('BL-01'), 'reviewer').code).toBe('role-not-allowed');
    walk.must(propose('BL-01'), 'auditor');
    expect(walk.refused(accept('BL-01'), 'auditor').code).toBe('role-not-allowed');
    expect(walk.refused(accept('BL-01'), 'officer').code).toBe('role-not-allowed');
    expect(walk.refused(accept('BL-01'), 'auditorAsReviewer').code).toBe('segregation-of-duties');
    expect(walk.refused(refuse('BL-01'), 'auditorAsReviewer').code).toBe('segregation-of-duties');
    expect(walk.refused(accept('BL-02'), 'reviewer')).toEqual({
      code: 'correction-unknown',
      items: ['BL-02'],
    });
    expect(ballHolders(walk.state)).toMatchObject([
      { what: 'judge-correction', role: 'reviewer', subject: 'BL-01' },
      { what: 'review-assessment' },
    ]);
  });

  it('needs an item of the checklist, another value, a reason, and what an answer of that value needs', () => {
    const walk = bad('BL-01').toReview();
    expect(walk.refused(propose('BL-01'), 'auditor')).toEqual({
      code: 'correction-incomplete',
      items: ['BL-01'],
    });
    expect(walk.refused(propose(), 'auditor').code).toBe('correction-incomplete');
    walk.draftCorrections({
      'BL-01': 'nonconform',
      'XX-99': 'conform',
      'BL-02': 'partial',
      'BL-03': 'conform',
    });
    const wrong = walk.refused(propose('BL-01', 'XX-99', 'BL-02'), 'auditor');
    expect(wrong).toEqual({ code: 'correction-incomplete', items: ['BL-01', 'XX-99', 'BL-02'] });
    const draft = (answer: Partial<Answer>) => {
      walk.papers[AUDIT_CORRECTIONS] = {
        'BL-02': { ...NONCONFORM, code: 'other', reasonGiven: true, ...answer },
      };
    };
    draft({ reasonGiven: false });
    expect(walk.refused(propose('BL-02'), 'auditor').code).toBe('correction-incomplete');
    draft({ evidenceCount: 0, noteLength: 39 });
    expect(walk.refused(propose('BL-02'), 'auditor').code).toBe('correction-incomplete');
    draft({ evidenceCount: 0, noteLength: 40 });
    walk.must(propose('BL-02'), 'auditor');
  });

  it('holds the verdict on the audit, and the paper stays shut until it is judged', () => {
    const walk = bad('CD-01').toReview();
    expect(canCorrect(walk)).toBe(true);
    walk.proposeCorrections({ 'CD-01': 'conform' });
    expect(canCorrect(walk)).toBe(false);
    const open = { code: 'correction-open', items: ['CD-01'] };
    expect(walk.refused({ type: 'pass-review' }, 'reviewer')).toEqual(open);
    expect(walk.refused(CORRECT, 'reviewer')).toEqual(open);
    expect(walk.refused({ type: 'return-to-auditor', items: ['CD-01'] }, 'reviewer')).toEqual(open);
    expect(walk.refused(propose('CD-01'), 'auditor')).toEqual(open);
    walk.must(refuse('CD-01'), 'reviewer').must({ type: 'pass-review' }, 'reviewer');
    expect(canCorrect(walk)).toBe(true);
  });

  it('is not for an audit that is not submitted, nor for a case that is over', () => {
    const walk = new Walk().toAssessment().toAudit();
    expect(canCorrect(walk)).toBe(false);
    expect(walk.refused(propose('BL-01'), 'auditor').code).toBe('stage-does-not-allow');
    const left = new Walk().toReview().must({ type: 'withdraw', reason: 'cost' }, 'supplier');
    expect(left.refused(propose('BL-01'), 'auditor').code).toBe('stage-does-not-allow');
  });

  it('ends the corrective action of what was no finding, and the case goes back to the review', () => {
    const walk = bad('BL-01').toReview().must(CORRECT, 'reviewer').proposeCorrections({ 'BL-01': 'conform' });
    walk.must(accept('BL-01'), 'reviewer');
    expect(walk.state).toMatchObject({ at: 'ASSESSMENT_REVIEW', correctiveActions: {} });
    expect(walk.state.deadlines.map(({ key }) => key)).toEqual(['review']);
  });

  it('opens a corrective action for what was overlooked, also while qualified, and tells the office of a worse grade', () => {
    const walk = new Walk().toDecision().approve().proposeCorrections({ 'BL-01': 'nonconform' });
    walk.must(accept('BL-01'), 'reviewer');
    expect(walk.state).toMatchObject({
      at: 'QUALIFIED',
      validity: { grade: 'A' },
      audit: { initial: { grade: 'A' }, current: { grade: 'D' } },
      correctiveActions: { 'BL-01': { severity: 'critical', phase: 'open', dueAt: addDays(walk.now, 30) } },
      matters: [{ kind: 'grade-changed', subject: 'D' }],
    });
    walk.must({ type: 'settle-matter', matter: 'grade-changed', subject: 'D' }, 'officer');
    expect(walk.correct('BL-01').verify('BL-01').state.audit.current?.grade).toBe('A');
  });

  it('of a zero-tolerance item is judged by a second reviewer, and after the review it is none', () => {
    const walk = new Walk()
      .toReview()
      .proposeCorrections({ 'SL-02': 'nonconform' })
      .must(accept('SL-02'), 'reviewer');
    expect(walk.state.audit.zeroTolerance).toEqual({ 'SL-02': 'provisional' });
    expect(walk.refused({ type: 'pass-review' }, 'reviewer').code).toBe('zero-tolerance-open');
    walk.must({ type: 'confirm-zero-tolerance', itemId: 'SL-02' }, 'reviewer2');
    expect(walk.state.at).toBe('REJECTED');
    const later = new Walk().toPilot().draftCorrections({ 'SL-02': 'nonconform' });
    expect(later.refused(propose('SL-02'), 'auditor')).toEqual({
      code: 'not-applicable-here',
      items: ['SL-02'],
    });
  });

  it('takes back an alert that was none', () => {
    const walk = bad('SL-02', 'CD-01')
      .toReview()
      .must({ type: 'dismiss-zero-tolerance', itemId: 'SL-02' }, 'reviewer');
    walk.proposeCorrections({ 'SL-02': 'conform' }).must(accept('SL-02'), 'reviewer2');
    expect(walk.state.audit).toMatchObject({ zeroTolerance: {}, current: { grade: 'A' } });
  });

  it('of a child’s item puts the child first', () => {
    const walk = new Walk()
      .toReview()
      .proposeCorrections({ 'SL-01': 'nonconform' })
      .must(accept('SL-01'), 'reviewer');
    expect(walk.state.safeguarding).toMatchObject({ phase: 'unsafe', items: ['SL-01'] });
    expect(asTold(walk.state, ['supplier']).audit.corrections).toBeUndefined();
    expect(walk.refused({ type: 'pass-review' }, 'reviewer').code).toBe('child-not-safe');
  });

  it('yields to an answer that the auditor has given anew', () => {
    const walk = bad('BL-01', 'CD-01').toReview().proposeCorrections({ 'BL-01': 'conform' });
    walk
      .must(accept('BL-01'), 'reviewer')
      .must({ type: 'return-to-auditor', items: ['BL-01', 'CD-01'] }, 'reviewer');
    walk.must({ type: 'submit-audit' }, 'auditor');
    expect(walk.state.audit.findings.map((f) => f.itemId)).toEqual(['CD-01']);
    walk.must({ type: 'return-to-auditor', items: ['BL-01'] }, 'reviewer');
    walk.answer({ 'BL-01': NOT_APPLICABLE }).must({ type: 'submit-audit' }, 'auditor');
    expect(walk.state.audit.notApplicable).toEqual(['BL-01']);
  });
});

describe('many items that do not apply', () => {
  const section = (walk: Walk, code: string): readonly string[] =>
    walk.items().filter((id) => id.startsWith(code));
  const out = (walk: Walk, ids: readonly string[]): Walk =>
    walk.answer(Object.fromEntries(ids.map((id) => [id, NOT_APPLICABLE])));
  const confirm = (code: string) => ({ type: 'confirm-not-applicable', section: code }) as const;
  const someOut = (share: number): Walk => {
    const walk = new Walk();
    const ids = section(walk, 'SL');
    return out(walk, ids.slice(0, Math.floor(ids.length * share))).toReview();
  };

  it('want a reviewer’s confirmation above a fifth of a section', () => {
    const walk = someOut(0.5);
    expect(walk.state.audit.notApplicableOpen).toEqual(['SL']);
    expect(walk.refused({ type: 'pass-review' }, 'reviewer')).toEqual({
      ...{ code: 'not-applicable-unconfirmed', items: ['SL'] },
    });
    expect(walk.refused(confirm('SL'), 'auditorAsReviewer').code).toBe('segregation-of-duties');
    expect(walk.refused(confirm('SL'), 'officer').code).toBe('role-not-allowed');
    expect(walk.refused(confirm('HS'), 'reviewer')).toEqual({ code: 'not-applicable-here', items: ['HS'] });
    walk.must(confirm('SL'), 'reviewer').must({ type: 'pass-review' }, 'reviewer');
    expect(walk.state.at).toBe('PILOT_READY');
  });

  it('up to a fifth need none', () => {
    expect(someOut(0.2).state.audit.notApplicableOpen).toBeUndefined();
  });

  it('are confirmed once, and again only when others are left out', () => {
    const walk = someOut(0.5).must(confirm('SL'), 'reviewer');
    const back = (id: string) => walk.must({ type: 'return-to-auditor', items: [id] }, 'reviewer');
    back('CD-01').must({ type: 'submit-audit' }, 'auditor');
    expect(walk.state.audit.notApplicableOpen).toBeUndefined();
    const more = section(walk, 'SL').at(-1) ?? '';
    out(back(more), [more]).must({ type: 'submit-audit' }, 'auditor');
    expect(walk.state.audit.notApplicableOpen).toEqual(['SL']);
  });
});

describe('a confirmed zero-tolerance finding', () => {
  it('shows in the score: E, and fail', () => {
    const walk = bad('SL-02').toReview();
    expect(walk.state.audit.current?.grade).toBe('D');
    walk.must({ type: 'confirm-zero-tolerance', itemId: 'SL-02' }, 'reviewer');
    expect(walk.state.audit).toMatchObject({
      initial: { grade: 'D', outcome: 'conditional' },
      current: { grade: 'E', outcome: 'fail' },
    });
  });
});
