import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths } from '../calendar.js';
import type { CommandOf } from '../commands.js';
import { lines } from '../holders.fixture.js';
import { PEOPLE, type Who } from '../people.fixture.js';
import { coolingOffUntil } from '../renewal.js';
import { retentionOf } from '../retention.js';
import { NONCONFORM, Walk } from '../walk.fixture.js';
import { asTold, sealOf } from '../withheld.js';
import { bad, correcting, failed, knockedOut } from './rejected.fixture.js';

const APPEAL = { type: 'appeal', ground: 'evidence-not-seen', noteId: 'note' } as const;
type Vote = CommandOf<'vote-appeal'>['result'];
const vote = (result: Vote) => ({ type: 'vote-appeal', result, noteId: 'note' }) as const;
const panel = (...who: Who[]) =>
  ({ type: 'appoint-panel', members: who.map((name) => PEOPLE[name].personId) }) as const;

describe('an appeal', () => {
  it('is lodged within 15 days of the decision, with a ground', () => {
    const walk = failed().wait(14.9).must(APPEAL, 'supplier');
    expect(walk.state).toMatchObject({
      at: 'APPEAL',
      over: false,
      appeal: { origin: 'REJECTED', ground: 'evidence-not-seen', lodgedAt: walk.now, panel: [] },
    });
    expect(lines(walk)).toEqual(['officer office appoint-panel escalation']);
    const late = failed();
    const until = addDays(late.state.enteredAt, 15);
    expect(late.wait(15.1).refused(APPEAL, 'supplier')).toEqual({
      code: 'appeal-window-closed',
      items: [until],
    });
  });

  it('is the supplier’s: an officer may enter it for the supplier, marked for ever', () => {
    expect(failed().refused(APPEAL, 'stranger').code).toBe('not-your-case');
    expect(failed().refused(APPEAL, 'reviewer').code).toBe('role-not-allowed');
    expect(failed().must(APPEAL, 'officer').entries.at(-1)?.onBehalf).toBe(true);
  });

  it('is against a decision: not against a case that is on its way, and not when the supplier applied again', () => {
    expect(new Walk().toReview().refused(APPEAL, 'supplier').code).toBe('stage-does-not-allow');
    expect(new Walk().toDecision().approve().refused(APPEAL, 'supplier').code).toBe('stage-does-not-allow');
    const walk = failed();
    walk.openCaseId = 'another';
    expect(walk.refused(APPEAL, 'supplier')).toEqual({ code: 'already-open', items: ['another'] });
  });

  it('is one for each decision', () => {
    const walk = correcting().appealed().decideAppeal('upheld');
    expect(walk.refused(APPEAL, 'supplier').code).toBe('appealed-already');
    walk.correct('CD-01').verify('CD-01').answer({ 'CD-01': NONCONFORM });
    walk.must({ type: 'return-to-auditor', items: ['CD-02'] }, 'reviewer').answer({ 'CD-02': NONCONFORM });
    walk.wait(1).must({ type: 'submit-audit' }, 'auditor');
    walk.must({ type: 'require-corrective-actions' }, 'reviewer');
    expect(walk.wait(1).must(APPEAL, 'supplier').state.at).toBe('APPEAL');
  });

  it('is given up by the supplier alone', () => {
    const withdraw = { type: 'withdraw', reason: 'other' } as const;
    expect(failed().appealed().refused(withdraw, 'officer').code).toBe('role-not-allowed');
    expect(failed().appealed().must(withdraw, 'supplier').state).toMatchObject({
      at: 'WITHDRAWN',
      over: true,
    });
  });

  it('keeps the case from being forgotten', () => {
    const { at, over, closedReason } = failed().appealed().state;
    expect(retentionOf({ at, over, closedReason, endedAt: '2026-11-02T02:00:00.000Z' })).toEqual({
      kept: 'open',
    });
  });
});

describe('the panel', () => {
  it('is named by an officer within three working days: two people, of whom each has 20 working days', () => {
    const walk = failed().appealed();
    expect(walk.state.appeal?.panel).toEqual([
      { personId: 'sopheap', organisationId: 'office', role: 'reviewer' },
      { personId: 'makara', organisationId: 'office', role: 'officer' },
    ]);
    expect(lines(walk)).toEqual([
      'reviewer office vote-appeal sopheap escalation',
      'officer office vote-appeal makara escalation',
    ]);
    expect(walk.state.deadlines.map(({ dueAt }) => dueAt)).toEqual(Array(2).fill('2026-11-30T10:00:00.000Z'));
    const escalations = walk
      .wait(60)
      .entries.flatMap(({ events }) => events.filter((e) => e.type === 'escalated'));
    expect(escalations).toHaveLength(4);
  });

  it('had no hand in the case, and works for none of its parties', () => {
    const walk = failed().must(APPEAL, 'supplier');
    const refused = (...who: Who[]) => walk.refused(panel(...who), 'officer');
    expect(refused('panelist', 'reviewer')).toEqual({ code: 'segregation-of-duties', items: ['rith'] });
    expect(refused('officer', 'panelist')).toEqual({ code: 'segregation-of-duties', items: ['dara'] });
    // Who audits for the firm that audited, or has another hat at it, is of its side.
    expect(refused('auditorAsReviewer', 'panelist')).toEqual({
      code: 'segregation-of-duties',
      items: ['chan'],
    });
    expect(refused('panelist', 'colleagueAsOfficer')).toEqual({
      code: 'segregation-of-duties',
      items: ['vichet'],
    });
  });

  it('is two different people of the programme office', () => {
    const walk = failed().must(APPEAL, 'supplier');
    const refused = (...who: Who[]) => walk.refused(panel(...who), 'officer').code;
    expect(refused('panelist')).toBe('not-applicable-here');
    expect(refused('panelist', 'panelist')).toBe('same-person');
    expect(refused('panelist', 'approver')).toBe('person-not-eligible');
    expect(walk.refused(panel('panelist', 'panelist2'), 'reviewer').code).toBe('role-not-allowed');
    expect(walk.refused(panel('panelist', 'panelist2'), 'supplier').code).toBe('role-not-allowed');
  });

  it('may be named anew before anybody has voted, and not after', () => {
    const walk = failed().appealed().must(panel('panelist3', 'panelist2'), 'officer');
    expect(walk.state.appeal?.panel.map(({ personId }) => personId)).toEqual(['nary', 'makara']);
    expect(walk.state.deadlines.map(({ subject }) => subject)).toEqual(['nary', 'makara']);
    walk.must(vote('upheld'), 'panelist3');
    expect(walk.refused(panel('panelist', 'panelist2'), 'officer').code).toBe('panel-complete');
  });

  it('votes once each, and nobody else does', () => {
    const walk = failed().appealed();
    expect(walk.refused(vote('upheld'), 'officer2').code).toBe('not-assigned');
    walk.must(vote('upheld'), 'panelist');
    expect(walk.refused(vote('overturned'), 'panelist').code).toBe('voted-already');
    expect(walk.state.at).toBe('APPEAL');
  });

  it('that does not agree is joined by a third member, who decides', () => {
    const walk = failed().appealed().must(vote('upheld'), 'panelist').must(vote('overturned'), 'panelist2');
    expect(lines(walk)).toEqual(['officer office appoint-panel escalation']);
    expect(walk.refused(panel('panelist', 'panelist3'), 'officer').code).toBe('not-applicable-here');
    expect(walk.refused(panel('panelist'), 'officer').code).toBe('same-person');
    walk.must(panel('panelist3'), 'officer').must(vote('overturned'), 'panelist3');
    expect(walk.state.appeals?.[0]?.result).toBe('overturned');
  });

  it('of three views ends half-way', () => {
    const walk = failed().appealed().must(vote('upheld'), 'panelist').must(vote('overturned'), 'panelist2');
    walk.must(panel('panelist3'), 'officer').must(vote('partly'), 'panelist3');
    expect(walk.state.appeals?.[0]?.result).toBe('partly');
  });

  it('is known to the supplier, its votes are not before it has decided', () => {
    const walk = failed().appealed().must(vote('overturned'), 'panelist');
    expect(asTold(walk.state, ['supplier']).appeal?.panel).toEqual([
      { personId: 'sopheap', organisationId: 'office', role: 'reviewer' },
      { personId: 'makara', organisationId: 'office', role: 'officer' },
    ]);
    const [last] = walk.entries.slice(-1);
    expect(last && sealOf(last, 'supplier')).toBe('internal');
    walk.must(vote('overturned'), 'panelist2');
    const [decision] = walk.entries.slice(-1);
    expect(decision && sealOf(decision, 'supplier')).toBe('open');
  });
});

describe('a decision that is upheld', () => {
  it('stands as it was made, and the cooling-off ends when it would have, as whoever applies again is told', () => {
    const walk = failed().wait(5).appealed().wait(30).decideAppeal('upheld');
    const made = addDays(walk.now, -35);
    expect(walk.state).toMatchObject({
      at: 'REJECTED',
      enteredAt: made,
      over: false,
      closedReason: 'grade',
      appeals: [{ origin: 'REJECTED', result: 'upheld', ground: 'fact-error', endedAt: walk.now }],
    });
    expect(walk.state.appeal).toBeUndefined();
    expect(walk.state.deadlines.map(({ key }) => key)).toEqual(['cooling-off']);
    const until = coolingOffUntil(walk.state);
    expect(walk.state.deadlines[0]?.dueAt).toBe(until);
    expect(until).toBe(addDays(made, 90));
    expect(walk.wait(54.9).state.over).toBe(false);
    expect(walk.wait(0.1).state.over).toBe(true);
  });

  it('gives a corrective action the time back that the panel took', () => {
    const walk = correcting();
    const due = walk.state.correctiveActions['CD-01']?.dueAt ?? '';
    walk.wait(10).appealed();
    expect(
      walk.refused({ type: 'submit-corrective-action', correctiveActionId: 'CD-01' }, 'supplier').code,
    ).toBe('stage-does-not-allow');
    walk.wait(20).decideAppeal('upheld');
    expect(walk.state).toMatchObject({
      at: 'CAP_OPEN',
      correctiveActions: { 'CD-01': { dueAt: addDays(due, 20) } },
    });
    expect(walk.state.deadlines.find(({ subject }) => subject === 'CD-01')?.dueAt).toBe(addDays(due, 20));
  });

  const corrected = (itemId: string, value: 'conform' | 'nonconform'): Walk =>
    correcting()
      .proposeCorrections({ [itemId]: value })
      .appealed()
      .wait(10)
      .must({ type: 'accept-correction', itemId }, 'reviewer2');

  it('waits for nothing that a correction took away meanwhile', () => {
    const walk = corrected('CD-01', 'conform').decideAppeal('upheld');
    expect(walk.state).toMatchObject({ at: 'ASSESSMENT_REVIEW', correctiveActions: {} });
    expect(walk.state.deadlines.map(({ kind }) => kind)).toEqual(['review']);
    expect(walk.wait(200).state.at).toBe('ASSESSMENT_REVIEW');
  });

  it('has corrected what a correction found meanwhile, in its full time from the end of the appeal', () => {
    const walk = corrected('CD-02', 'nonconform');
    const due = walk.state.correctiveActions['CD-02']?.dueAt ?? '';
    expect(walk.state.deadlines.some(({ subject }) => subject === 'CD-02')).toBe(false);
    walk.wait(5).decideAppeal('upheld');
    expect(walk.state.at).toBe('CAP_OPEN');
    expect(walk.state.correctiveActions['CD-02']).toMatchObject({ phase: 'open', dueAt: addDays(due, 5) });
    expect(walk.state.deadlines.find(({ subject }) => subject === 'CD-02')?.dueAt).toBe(addDays(due, 5));
    expect(walk.correct('CD-02').state.correctiveActions['CD-02']?.phase).toBe('submitted');
  });

  it('gives no time back where somebody is in danger: what ran out meanwhile ends at once', () => {
    const walk = correcting('HS-03').wait(5).appealed();
    expect(walk.state.appeal?.effectSuspended).toBe(false);
    expect(walk.wait(60).decideAppeal('upheld').state.at).toBe('CAP_OPEN');
    expect(walk.wait(0.1).state).toMatchObject({ at: 'REJECTED', closedReason: 'corrective-action-overdue' });
  });

  it('is as much in force during the appeal, whatever it was for, when it was for safety', () => {
    const zero = bad('SL-02')
      .toReview()
      .must({ type: 'confirm-zero-tolerance', itemId: 'SL-02' }, 'reviewer');
    expect(zero.appealed().state.appeal?.effectSuspended).toBe(false);
    expect(failed().appealed().state.appeal?.effectSuspended).toBe(true);
  });

  it('in part ends the cooling-off of a case that is over, and is a matter for the office where the case goes on', () => {
    const rejected = knockedOut().appealed().decideAppeal('partly');
    expect(rejected.state).toMatchObject({ at: 'REJECTED', coolingOffWaived: true, over: true });
    const revoked = new Walk().toDecision().approve();
    revoked.must({ type: 'suspend', cause: 'fraud-suspected' }, 'officer');
    revoked.must({ type: 'confirm-suspension' }, 'officer2').wait(91);
    expect(coolingOffUntil(revoked.state)).toBe(addMonths(revoked.state.enteredAt, 36));
    revoked.appealed().decideAppeal('partly');
    expect(revoked.state).toMatchObject({ at: 'REVOKED', coolingOffWaived: true, over: true });
    expect(coolingOffUntil(revoked.state)).toBeUndefined();
    const open = correcting().appealed().decideAppeal('partly');
    expect(lines(open)).toContain('officer office appeal-partly CAP_OPEN escalation');
    open.must({ type: 'settle-matter', matter: 'appeal-partly', subject: 'CAP_OPEN' }, 'officer');
    expect(open.state.matters).toEqual([]);
  });

  it('leaves a rejection of before there was a cooling-off over', () => {
    const walk = failed();
    const deadlines = walk.state.deadlines.filter(({ kind }) => kind !== 'cooling-off');
    walk.state = { ...walk.state, deadlines };
    expect(walk.appealed().decideAppeal('upheld').state).toMatchObject({ at: 'REJECTED', over: true });
  });
});
