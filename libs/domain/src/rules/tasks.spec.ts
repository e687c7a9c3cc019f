import { describe, expect, it } from '@jest/globals';
import { ballHolders } from '../ball-holders.js';
import { pilotOrderPaper } from '../papers.js';
import { Walk } from '../walk.fixture.js';

const claim = (task: string) => ({ type: 'claim-task', task }) as const;
const release = (task: string) => ({ type: 'release-task', task }) as const;
const delegate = (task: string, toPersonId: string) => ({ type: 'delegate-task', task, toPersonId }) as const;
const RECOMPUTE = { type: 'recompute-deadlines' } as const;
const CHECK = 'check-completeness:office';
const submitted = (): Walk => new Walk().must({ type: 'submit-application' }, 'supplier');

describe('a task', () => {
  it('is claimed by one person who may hold it', () => {
    const walk = submitted().must(claim(CHECK), 'officer');
    expect(walk.state.claims).toEqual({ [CHECK]: { personId: 'dara', organisationId: 'office' } });
    expect(walk.refused(claim(CHECK), 'officer2')).toEqual({ code: 'task-claimed', items: [CHECK] });
  });

  it('is not claimed by anybody else, nor when there is none', () => {
    expect(submitted().refused(claim(CHECK), 'reviewer')).toEqual({ code: 'task-not-yours', items: [CHECK] });
    expect(submitted().refused(claim(CHECK), 'supplier').code).toBe('task-not-yours');
    expect(submitted().refused(claim(CHECK), 'stranger').code).toBe('not-your-case');
    expect(submitted().refused(claim('no-such-task'), 'officer').code).toBe('task-unknown');
  });

  it('of the auditor is for the auditor of the case only', () => {
    const walk = new Walk().toAssessment().toAudit();
    expect(walk.refused(claim('submit-audit:firm-1'), 'colleague').code).toBe('not-assigned');
    expect(walk.must(claim('submit-audit:firm-1'), 'auditor').state.claims).not.toEqual({});
  });

  it('of one buyer is not for another', () => {
    const walk = new Walk().toDecision();
    const task = 'recommend-approval:buyer-1:buyer-1';
    expect(walk.refused(claim(task), 'requester2').code).toBe('task-not-yours');
    expect(walk.refused(claim(task), 'approver').code).toBe('task-not-yours');
    expect(walk.must(claim(task), 'requester').state.claims[task]?.personId).toBe('li');
  });

  it('is released by the person who claimed it', () => {
    const walk = submitted().must(claim(CHECK), 'officer');
    expect(walk.refused(release(CHECK), 'officer2')).toEqual({ code: 'task-not-yours', items: [CHECK] });
    expect(walk.must(release(CHECK), 'officer').state.claims).toEqual({});
    expect(walk.refused(release(CHECK), 'officer').code).toBe('task-not-yours');
    expect(walk.must(claim(CHECK), 'officer2').state.claims[CHECK]?.personId).toBe('bopha');
  });

  it('is delegated to a colleague who may hold it', () => {
    const walk = submitted().must(claim(CHECK), 'officer');
    expect(walk.refused(delegate(CHECK, 'bopha'), 'officer2').code).toBe('task-not-yours');
    expect(walk.refused(delegate(CHECK, 'rith'), 'officer')).toEqual({
      code: 'person-not-eligible',
      items: ['rith'],
    });
    expect(walk.refused(delegate(CHECK, 'mony'), 'officer').code).toBe('person-not-eligible');
    expect(walk.refused(delegate(CHECK, 'nobody'), 'officer').code).toBe('person-not-eligible');
    walk.must(delegate(CHECK, 'bopha'), 'officer');
    expect(walk.state.claims[CHECK]).toEqual({ personId: 'bopha', organisationId: 'office' });
    expect(walk.refused(release(CHECK), 'officer').code).toBe('task-not-yours');
  });

  it('that nobody has taken is given to a colleague by whoever may take it', () => {
    const walk = submitted();
    expect(walk.refused(delegate(CHECK, 'bopha'), 'reviewer').code).toBe('task-not-yours');
    expect(walk.refused(delegate('no-such-task', 'bopha'), 'officer').code).toBe('task-unknown');
    expect(walk.refused(delegate(CHECK, 'rith'), 'officer').code).toBe('person-not-eligible');
    walk.must(delegate(CHECK, 'bopha'), 'officer');
    expect(walk.state.claims[CHECK]).toEqual({ personId: 'bopha', organisationId: 'office' });
    expect(walk.refused(delegate(CHECK, 'dara'), 'officer').code).toBe('task-not-yours');
  });

  it('is forgotten with the duty it was on', () => {
    const walk = submitted().must(claim(CHECK), 'officer').must({ type: 'accept-application' }, 'officer2');
    expect(walk.state.claims).toEqual({});
    expect(walk.refused(release(CHECK), 'officer').code).toBe('task-not-yours');
  });

  it('does not keep others from acting', () => {
    const walk = submitted().must(claim(CHECK), 'officer');
    expect(walk.must({ type: 'accept-application' }, 'officer2').state.at).toBe('SCREENING');
  });
});

describe('a deadline counted without holidays', () => {
  const blind = (...years: string[]): Walk => {
    const walk = new Walk();
    for (const year of years) delete walk.holidays[year];
    return walk;
  };
  const HOLIDAYS = ['2026-11-03', '2026-11-04', '2026-11-05'];

  it('is flagged, and the office has a matter with the year that is missing', () => {
    const walk = blind('2026').must({ type: 'submit-application' }, 'supplier');
    expect(walk.state.deadlines).toMatchObject([
      { kind: 'completeness', calendarMissing: true, dueAt: '2026-11-05T10:00:00.000Z' },
    ]);
    expect(walk.state.matters).toMatchObject([{ kind: 'holidays-missing', subject: '2026' }]);
    expect(ballHolders(walk.state).map((h) => [h.what, h.calendarMissing])).toEqual([
      ['check-completeness', true],
      ['holidays-missing', false],
    ]);
    expect(submitted().state.deadlines[0]?.calendarMissing).toBe(false);
  });

  it('names the year that is missing, not the one it ends in', () => {
    const walk = blind('2026');
    walk.now = '2026-12-30T02:00:00.000Z';
    walk.must({ type: 'submit-application' }, 'supplier');
    expect(walk.state.deadlines[0]?.dueAt.slice(0, 4)).toBe('2027');
    expect(walk.state.matters.map((m) => m.subject)).toEqual(['2026']);
  });

  it('is counted again when they are loaded, by an officer', () => {
    const walk = blind('2026').must({ type: 'submit-application' }, 'supplier');
    walk.holidays['2026'] = HOLIDAYS;
    expect(walk.refused(RECOMPUTE, 'supplier').code).toBe('role-not-allowed');
    walk.must(RECOMPUTE, 'officer');
    expect(walk.state.deadlines).toMatchObject([
      { calendarMissing: false, dueAt: '2026-11-10T10:00:00.000Z' },
    ]);
    expect(walk.state.matters).toEqual([]);
    expect(walk.refused(RECOMPUTE, 'officer').code).toBe('not-applicable-here');
  });

  it('leaves every other deadline as it was, due steps too', () => {
    const walk = blind('2027').toReview().must({ type: 'pass-review' }, 'reviewer');
    walk.must({ type: 'grant-consent', buyerId: 'buyer-1' }, 'supplier').wait(57);
    walk.papers[pilotOrderPaper('buyer-1')] = { terms: walk.terms() };
    walk.must({ type: 'place-pilot', pilotId: 'p1' }, 'requester').wait(5);
    walk.must({ type: 'cancel-pilot', pilotId: 'p1', reason: 'other' }, 'requester');
    expect(walk.state.matters.map((m) => m.kind)).toEqual(['holidays-missing']);
    expect(walk.state.deadlines.some((d) => d.calendarMissing)).toBe(false);
    const before = walk.state.deadlines;
    walk.now = walk.state.deadlines[0]?.steps[0]?.at ?? '';
    walk.holidays['2027'] = [];
    walk.must(RECOMPUTE, 'officer');
    expect(walk.state.deadlines).toEqual(before);
    expect(walk.state.matters).toEqual([]);
  });

  it('opens the matter again while the year is still missing', () => {
    const walk = blind('2026').must({ type: 'submit-application' }, 'supplier').must(RECOMPUTE, 'officer');
    expect(walk.state.deadlines[0]?.calendarMissing).toBe(true);
    expect(walk.state.matters.map((m) => m.subject)).toEqual(['2026']);
  });
});

describe('an office duty', () => {
  it('is reminded of before it is due, escalated at due and a week later, and stays', () => {
    const walk = submitted();
    const told = (): readonly string[] => walk.entries.slice(2).flatMap((e) => e.events.map((x) => x.type));
    walk.wait(30);
    expect(told()).toEqual(['reminder-due', 'escalated', 'escalated']);
    expect(ballHolders(walk.state).map((h) => h.task)).toEqual([CHECK]);
    expect(walk.must({ type: 'accept-application' }, 'officer').state.at).toBe('SCREENING');
  });
});

describe('a matter of the office', () => {
  const pressed = (): Walk =>
    new Walk().toAssessment().toAudit().must({ type: 'withdraw-from-audit', reason: 'pressure' }, 'auditor');
  const settle = { type: 'settle-matter', matter: 'pressure-on-auditor', subject: 'chan' } as const;

  it('is settled by an officer, and then waits for nobody', () => {
    const walk = pressed();
    expect(walk.state.matters.map((m) => m.kind)).toEqual(['pressure-on-auditor']);
    walk.must(settle, 'officer');
    expect(walk.state.matters).toEqual([]);
  });

  it('is not settled by others, nor when there is none', () => {
    const walk = pressed();
    expect(walk.refused(settle, 'reviewer').code).toBe('role-not-allowed');
    expect(walk.refused({ ...settle, subject: 'nobody' }, 'officer').code).toBe('matter-unknown');
  });
});
