import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths } from './calendar.js';
import { letterOf, type Letter } from './letters.js';
import { asTold, closedSeals } from './withheld.js';
import { NONCONFORM, Walk } from './walk.fixture.js';

const papers = ['audit'];
/** The letters of a case as its supplier has them now. */
const lettersOf = ({ entries, state, scheme }: Walk): readonly Letter[] =>
  entries.flatMap((entry) => {
    const told = asTold(state, ['supplier']);
    return letterOf(entry, { told, scheme, papers }, closedSeals(state)) ?? [];
  });
const last = (walk: Walk): Letter => {
  const letter = lettersOf(walk).at(-1);
  if (!letter) throw new Error('no letter');
  return letter;
};
const codes = (lines: Letter['next']): readonly string[] => lines.map(({ code }) => code);
const qualified = (conditional = false): Walk => new Walk().toDecision().approve(conditional);
const suspended = (): Walk =>
  qualified()
    .must({ type: 'suspend', cause: 'critical-incident' }, 'officer')
    .must({ type: 'confirm-suspension' }, 'officer2');
const rejected = (): Walk =>
  new Walk()
    .answer(Object.fromEntries(['SL-03', 'SL-05', 'SL-07', 'SL-08', 'HS-03'].map((id) => [id, NONCONFORM])))
    .toReview()
    .must({ type: 'propose-rejection', reason: 'grade' }, 'officer')
    .must({ type: 'confirm-rejection' }, 'reviewer');

describe('the letter about a decision', () => {
  it('says of a refusal why, until when to appeal and from when to apply again', () => {
    const walk = rejected();
    expect(last(walk)).toEqual({
      ...{ seq: walk.state.seq, decidedAt: walk.now },
      decisions: [{ code: 'qualification-rejected', params: { reason: 'grade' } }],
      reasons: [{ code: 'reason:grade', params: {} }],
      restsOn: [
        ...(walk.state.audit.signed
          ? [{ code: 'basis:score', params: expect.objectContaining({ grade: 'E' }) as object }]
          : []),
        { code: 'basis:paper', params: { paper: 'audit' } },
      ],
      next: [
        { code: 'next:appeal', params: { until: addDays(walk.now, 15) } },
        { code: 'next:reapply', params: { from: addDays(walk.now, 90) } },
      ],
      signedBy: ['officer', 'reviewer'],
      fourEyes: true,
    });
  });

  it('tells grade and last day of a qualification, and when it may be renewed', () => {
    const walk = qualified();
    const until = walk.state.validity?.until ?? '';
    const letter = last(walk);
    expect(letter.decisions).toEqual([
      { code: 'qualification-granted', params: { grade: 'A', until, conditional: false } },
    ]);
    expect(letter.next).toEqual([
      { code: 'next:keep-valid', params: { until } },
      { code: 'next:renew', params: { from: addDays(until, -90) } },
    ]);
    expect(letter.restsOn[0]).toEqual({ code: 'basis:score', params: { grade: 'A', total: 100 } });
    expect(letter.signedBy).toEqual(['buyer-approver']);
  });

  it('names the conditions of a conditional one, and until when they must be met', () => {
    const walk = qualified(true);
    expect(codes(last(walk).reasons)).toEqual(['reason:grade-reached', 'reason:approved-conditionally']);
    expect(last(walk).next).toContainEqual({
      code: 'next:meet-conditions',
      params: { until: addMonths(walk.now, 6) },
    });
    expect(codes(last(walk).next)).not.toContain('next:renew');
  });

  it('names what to correct, each with its day, in the words of the scheme', () => {
    const walk = new Walk()
      .answer({ 'CD-01': NONCONFORM })
      .toReview()
      .must({ type: 'require-corrective-actions' }, 'reviewer');
    const { dueAt, severity } = walk.state.correctiveActions['CD-01'] ?? { dueAt: '', severity: '' };
    const letter = last(walk);
    expect(letter.reasons).toEqual([{ code: 'reason:nonconformities', params: { count: 1 } }]);
    expect(letter.next[0]).toEqual({
      code: 'next:correct',
      params: { subject: 'CD-01', severity, until: dueAt },
    });
    expect(letter.next[1]).toMatchObject({ code: 'next:appeal' });
    const question = walk.scheme.checklist.items.find(({ id }) => id === 'CD-01')?.question;
    expect(letter.restsOn).toContainEqual({
      code: 'basis:finding',
      params: { item: 'CD-01', severity, question },
    });
  });

  it('tells of a suspension, its confirmation, the reinstatement and the revocation', () => {
    const walk = suspended();
    const [taken, confirmed] = lettersOf(walk).slice(-2);
    expect(codes(taken?.next ?? [])).toEqual([
      'next:no-approval-counts',
      'next:end-suspension',
      'next:appeal',
    ]);
    expect(confirmed).toMatchObject({ decisions: [{ code: 'suspension-confirmed' }], fourEyes: true });
    const back = suspended()
      .must({ type: 'propose-reinstatement' }, 'officer')
      .must({ type: 'confirm-reinstatement' }, 'officer2');
    expect(last(back)).toMatchObject({
      decisions: [{ code: 'qualification-reinstated' }],
      next: [{ code: 'next:buyers-confirm' }],
    });
    walk
      .must({ type: 'propose-revocation', cause: 'fraud' }, 'officer')
      .must({ type: 'confirm-revocation' }, 'officer2');
    expect(last(walk)).toMatchObject({
      decisions: [{ code: 'qualification-revoked' }],
      reasons: [{ code: 'reason:fraud' }],
      next: [
        { code: 'next:approvals-withdrawn' },
        { code: 'next:appeal' },
        { code: 'next:reapply', params: { from: addMonths(walk.now, 36) } },
      ],
    });
  });

  it('tells what a panel decided, and of the decision before it that it was appealed against', () => {
    const walk = rejected().appealed('rule-misapplied');
    expect(codes(last(walk).next)).toContain('next:appealed');
    walk.decideAppeal('upheld');
    expect(last(walk)).toMatchObject({
      decisions: [{ code: 'appeal-decided', params: { result: 'upheld' } }],
      reasons: [{ code: 'ground:rule-misapplied' }],
      next: [{ code: 'next:appeal-ended' }],
      fourEyes: true,
    });
    expect(codes(lettersOf(walk).at(-2)?.next ?? [])).toContain('next:appealed');
  });

  it('is written when time ran out, by nobody', () => {
    const walk = new Walk().wait(400);
    expect(walk.state.at).toBe('EXPIRED');
    expect(last(walk)).toMatchObject({
      reasons: [{ code: 'reason:draft-idle' }],
      next: [{ code: 'next:reapply-now' }],
      signedBy: ['system'],
      fourEyes: false,
    });
  });

  it('is not there for what decides nothing, nor for what the supplier is not told', () => {
    expect(lettersOf(new Walk().toReview())).toEqual([]);
    const walk = qualified();
    const entry = walk.entries.at(-1);
    if (!entry) throw new Error('no entry');
    const basis = { told: asTold(walk.state, ['supplier']), scheme: walk.scheme, papers };
    expect(letterOf(entry, basis, ['open'])).toBeUndefined();
    expect(letterOf(entry, { ...basis, told: { ...basis.told, seq: entry.seq - 1 } }, [])).toBeUndefined();
  });

  it('tells of a buyer that declined what may help, and not which buyer', () => {
    const walk = new Walk().toDecision().must({ type: 'decline-approval', reason: 'price' }, 'requester');
    expect(last(walk)).toMatchObject({
      decisions: [{ code: 'approval-declined', params: { reason: 'price' } }],
      reasons: [{ code: 'declined:price', params: {} }],
      next: [{ code: 'next:other-buyers' }],
      fourEyes: false,
    });
    expect(JSON.stringify(last(walk))).not.toContain('buyer-1');
  });

  it('says the same when a child was found meanwhile, until the case is over', () => {
    const correcting = (): Walk =>
      new Walk()
        .answer({ 'HS-03': NONCONFORM })
        .toReview()
        .must({ type: 'require-corrective-actions' }, 'reviewer');
    const [found, plain] = [correcting(), correcting()];
    found.must({ type: 'report-child', noteId: 'note' }, 'auditor');
    const said = (walk: Walk) => lettersOf(walk).map((letter) => ({ ...letter, seq: 0 }));
    expect(said(found)).toEqual(said(plain));
    for (const walk of [found, plain]) walk.must({ type: 'withdraw', reason: 'cost' }, 'supplier');
    expect(said(found)).toHaveLength(2);
    expect(said(found)).toEqual(said(plain));
  });

  it('has no person, organisation or note in it', () => {
    const all = [suspended(), rejected(), qualified()].flatMap(lettersOf);
    expect(JSON.stringify(all)).not.toMatch(/dara|bopha|chan|firm-1|buyer-1|note/);
  });
});
