import { describe, expect, it } from '@jest/globals';
import { ballHolders } from '../ball-holders.js';
import { addDays } from '../calendar.js';
import { nextStepAt } from '../deadlines.js';
import { openPapers } from '../papers.js';
import { NONCONFORM, Walk } from '../walk.fixture.js';

const CRITICAL = 'BL-01';
const MAJOR = 'CD-01';
const correcting = (...items: string[]): Walk =>
  new Walk()
    .answer(Object.fromEntries(items.map((id) => [id, NONCONFORM])))
    .toReview()
    .must({ type: 'require-corrective-actions' }, 'reviewer');
const verify = (correctiveActionId: string, seen: { method?: 'desk' | 'on-site'; visitDate?: string } = {}) =>
  ({ type: 'verify-corrective-action', correctiveActionId, ...seen }) as const;
const set = (correctiveActionId: string, method: 'desk' | 'on-site') =>
  ({ type: 'set-verification', correctiveActionId, method }) as const;
const reject = (correctiveActionId: string) =>
  ({ type: 'reject-corrective-action', correctiveActionId }) as const;
const partly = (correctiveActionId: string, residual: 'major' | 'minor') =>
  ({ type: 'accept-corrective-action-partly', correctiveActionId, residual }) as const;
const twiceRejected = (item: string, walk = correcting(item)): Walk =>
  walk.correct(item).must(reject(item), 'auditor').correct(item).must(reject(item), 'auditor');
const what = (walk: Walk): readonly string[] => ballHolders(walk.state).map((h) => `${h.role} ${h.what}`);
const actionOf = (walk: Walk, id: string) => walk.state.correctiveActions[id];

describe('the verification of a corrective action', () => {
  it('is on site for a critical one and at the desk for others, unless somebody says otherwise', () => {
    const walk = correcting(CRITICAL, MAJOR).correct(CRITICAL).correct(MAJOR);
    const visit = { code: 'verification-needs-visit', items: [CRITICAL] };
    expect(walk.refused(verify(CRITICAL), 'auditor')).toEqual(visit);
    expect(walk.refused(verify(CRITICAL, { method: 'desk' }), 'auditor')).toEqual(visit);
    expect(walk.refused(verify(CRITICAL, { method: 'on-site' }), 'auditor')).toEqual(visit);
    walk.must(verify(MAJOR), 'auditor').verify(CRITICAL);
    expect(walk.state.correctiveActions).toMatchObject({
      [MAJOR]: { phase: 'verified', verifiedBy: { method: 'desk' } },
      [CRITICAL]: { phase: 'verified', verifiedBy: { method: 'on-site', visitDate: walk.date(0) } },
    });
  });

  it('is made on a day between the review and today', () => {
    const walk = correcting(CRITICAL).wait(3).correct(CRITICAL);
    for (const days of [1, -4])
      expect(
        walk.refused(verify(CRITICAL, { method: 'on-site', visitDate: walk.date(days) }), 'auditor'),
      ).toEqual({ code: 'date-out-of-range', items: ['visitDate'] });
    walk.must(verify(CRITICAL, { method: 'on-site', visitDate: walk.date(-2) }), 'auditor');
    expect(walk.state.at).toBe('ASSESSMENT_REVIEW');
  });

  it('is asked on site for any finding, and spared for a critical one by a reviewer only', () => {
    const walk = correcting(CRITICAL, MAJOR);
    expect(walk.refused(set(CRITICAL, 'desk'), 'auditor').code).toBe('role-not-allowed');
    expect(walk.refused(set(MAJOR, 'on-site'), 'supplier').code).toBe('role-not-allowed');
    expect(walk.refused(set('XX-99', 'desk'), 'auditor').code).toBe('corrective-action-not-open');
    walk.must(set(MAJOR, 'on-site'), 'auditor').must(set(CRITICAL, 'desk'), 'reviewer');
    walk.correct(CRITICAL).correct(MAJOR).must(verify(CRITICAL), 'auditor');
    expect(walk.refused(verify(MAJOR), 'auditor').code).toBe('verification-needs-visit');
    expect(walk.refused(set(CRITICAL, 'on-site'), 'auditor').code).toBe('corrective-action-not-open');
  });
});

describe('a corrective action that was rejected twice', () => {
  it('is not handed in a third time: a reviewer decides, or it runs into its end', () => {
    const walk = twiceRejected(CRITICAL);
    expect(actionOf(walk, CRITICAL)).toMatchObject({ phase: 'rejected', rejections: 2 });
    const again = { type: 'submit-corrective-action', correctiveActionId: CRITICAL } as const;
    expect(walk.refused(again, 'supplier').code).toBe('corrective-action-not-open');
    expect(openPapers(walk.state).map(({ paper }) => paper)).toEqual(['compliance', 'audit-corrections']);
    expect(what(walk)).toEqual(['reviewer decide-corrective-action']);
    expect(walk.wait(43.9).state.at).toBe('CAP_OPEN');
    expect(walk.wait(0.1).state).toMatchObject({ at: 'REJECTED', closedReason: 'corrective-action-overdue' });
  });

  it('says in the journal which rejection was the last', () => {
    const told = twiceRejected(MAJOR)
      .entries.flatMap((entry) => entry.events)
      .filter(({ type }) => type === 'corrective-action-rejected');
    expect(told.map(({ params }) => params['last'])).toEqual([false, true]);
  });

  it('of an accepted plan becomes a matter for the office at its end', () => {
    const walk = twiceRejected(MAJOR).must(partly(MAJOR, 'minor'), 'reviewer');
    walk.must({ type: 'accept-corrective-plan' }, 'reviewer');
    twiceRejected(MAJOR, walk);
    expect(what(walk)).not.toContain('reviewer decide-corrective-action');
    expect(walk.refused(partly(MAJOR, 'minor'), 'reviewer').code).toBe('corrective-action-partly-accepted');
    expect(walk.wait(300).state.at).toBe('PILOT_READY');
  });
});

describe('partial acceptance', () => {
  it('leaves what is left open as a lesser finding with a new due date, and lets the plan go on', () => {
    const walk = twiceRejected(CRITICAL).wait(40).must(partly(CRITICAL, 'major'), 'reviewer');
    expect(actionOf(walk, CRITICAL)).toEqual({
      ...{ subject: CRITICAL, severity: 'major', phase: 'open', rejections: 0 },
      ...{ dueAt: addDays(walk.now, 90), openedAt: addDays(walk.now, -40) },
      partlyAccepted: { from: 'critical', at: walk.now },
    });
    expect(walk.waits.map((d) => d.key)).toEqual([`corrective-action-major:${CRITICAL}`]);
    expect(walk.entries.at(-1)).toMatchObject({
      command: 'accept-corrective-action-partly',
      events: [
        { type: 'corrective-action-partly-accepted', params: { from: 'critical', residual: 'major' } },
      ],
    });
    expect(what(walk)).toEqual(['supplier correct-finding']);
    walk.must({ type: 'accept-corrective-plan' }, 'reviewer');
    expect(walk.state).toMatchObject({ at: 'PILOT_READY', audit: { current: { grade: 'D' } } });
    expect(walk.correct(CRITICAL).verify(CRITICAL).state.audit.current?.grade).toBe('A');
  });

  it('is a reviewer’s who had no hand in the audit, of what was handed in, once, and never graver', () => {
    const walk = correcting(CRITICAL, MAJOR);
    expect(walk.refused(partly(MAJOR, 'minor'), 'reviewer').code).toBe('corrective-action-not-submitted');
    walk.correct(MAJOR);
    expect(walk.refused(partly(MAJOR, 'minor'), 'auditor').code).toBe('role-not-allowed');
    expect(walk.refused(partly(MAJOR, 'minor'), 'auditorAsReviewer').code).toBe('segregation-of-duties');
    walk.must(partly(MAJOR, 'minor'), 'reviewer');
    expect(walk.waits.map((d) => d.kind)).not.toContain('verification');
    walk.correct(MAJOR);
    expect(walk.refused(partly(MAJOR, 'minor'), 'reviewer').code).toBe('corrective-action-partly-accepted');
    const graver = twiceRejected(CRITICAL, walk);
    const critical = { ...partly(CRITICAL, 'major'), residual: 'critical' } as never;
    expect(graver.refused(critical, 'reviewer').code).toBe('not-applicable-here');
  });

  it('does not make a minor finding a major one', () => {
    const walk = correcting(MAJOR);
    const [action] = Object.values(walk.state.correctiveActions);
    if (!action) throw new Error('no corrective action');
    walk.state = { ...walk.state, correctiveActions: { [MAJOR]: { ...action, severity: 'minor' } } };
    walk.correct(MAJOR);
    expect(walk.refused(partly(MAJOR, 'major'), 'reviewer').code).toBe('not-applicable-here');
  });
});

describe('the reminders of a corrective action', () => {
  it.each([
    ['critical', CRITICAL, 30],
    ['major', MAJOR, 90],
  ] as const)(
    'of a %s one come at T-14, -7, -1 and +1, with escalation at +7 and the end at +14',
    (_s, item, days) => {
      const walk = correcting(item);
      const opened = walk.now;
      const told: [number, string][] = [];
      for (let at = nextStepAt(walk.state); at && walk.state.at === 'CAP_OPEN'; at = nextStepAt(walk.state)) {
        walk.now = at;
        walk.must({ type: 'advance-clock' }, 'system');
        const { events } = walk.entries.at(-1) ?? { events: [] };
        const fromDue = (Date.parse(at) - Date.parse(opened)) / 86_400_000 - days;
        for (const { type } of events) told.push([fromDue, type]);
      }
      expect(told.slice(0, 5)).toEqual([
        [-14, 'reminder-due'],
        [-7, 'reminder-due'],
        [-1, 'reminder-due'],
        [1, 'reminder-due'],
        [7, 'escalated'],
      ]);
      expect(told.slice(5)).toContainEqual([14, 'qualification-rejected']);
      expect(told.at(-1)?.[0]).toBe(14);
    },
  );
});
