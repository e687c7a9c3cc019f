import { describe, expect, it } from '@jest/globals';
import { EVENT_TYPES } from './events.js';
import { LEGAL_EVENTS, NOTIFICATION_KINDS, WORTH_TELLING } from './notification-kinds.js';
import { noticesOf, onceEach, type ToldDecision } from './notifications.js';
import { noticeLines, noticesAfter, READERS } from './notices.fixture.js';
import { PEOPLE } from './people.fixture.js';
import { NONCONFORM, Walk } from './walk.fixture.js';

const after = (walk: Walk, step: (walk: Walk) => unknown): readonly string[] =>
  noticeLines(noticesAfter(walk, step));
const ofPerson = (lines: readonly string[], personId: string): readonly string[] =>
  lines.filter((line) => line.startsWith(`${personId} `));

describe('a task', () => {
  it('is told to everybody whose role it waits for, and to nobody else', () => {
    expect(after(new Walk(), (w) => w.must({ type: 'submit-application' }, 'supplier'))).toEqual([
      'bopha task application-submitted check-completeness',
      'dara task application-submitted check-completeness',
    ]);
  });

  it('is told with what happened in one message', () => {
    const walk = new Walk().must({ type: 'submit-application' }, 'supplier');
    const notices = noticesAfter(walk, (w) =>
      w.must({ type: 'request-information', items: ['tax.tin'] }, 'officer'),
    );
    expect(noticeLines(notices)).toEqual(['sokha task information-requested answer-information-request']);
    expect(notices[0]?.params).toEqual({
      ...{ items: ['tax.tin'], what: 'answer-information-request', subject: '', otherwise: 'withdrawal' },
      ...{ dueAt: walk.state.deadlines.find(({ kind }) => kind === 'information')?.dueAt, tasks: 1 },
    });
  });

  it('of one auditor is not told to a colleague', () => {
    const walk = new Walk().toAssessment().checks();
    const lines = after(walk, (w) =>
      w.must({ type: 'assign-auditor', auditorId: 'chan', firmId: 'firm-1' }, 'officer'),
    );
    expect(lines).toEqual(['chan task auditor-assigned propose-visit', 'sokha happened auditor-assigned']);
  });

  it('is one message when several came up at once, with their number', () => {
    const walk = new Walk().toAssessment().toAudit().checks();
    walk.answer({ 'HS-03': NONCONFORM, 'HS-05': NONCONFORM }).must({ type: 'submit-audit' }, 'auditor');
    const notices = noticesAfter(walk, (w) => w.must({ type: 'require-corrective-actions' }, 'reviewer'));
    const own = notices.filter(({ personId }) => personId === 'sokha');
    expect(noticeLines(own)).toEqual(['sokha task corrective-actions-required correct-finding']);
    expect(own[0]?.params['tasks']).toBe(2);
  });

  it('is not told to whoever made it', () => {
    const lines = after(new Walk().toPilot(), (w) =>
      w.must({ type: 'place-pilot', pilotId: 'p1' }, 'requester'),
    );
    expect(ofPerson(lines, 'li')).toEqual([]);
    expect(ofPerson(lines, 'sokha')).toEqual(['sokha task pilot-placed confirm-pilot']);
    const told = after(new Walk().toDecision(), (w) => w.must({ type: 'recommend-approval' }, 'requester'));
    expect(told.filter((line) => / approval-recommended\b/.test(line))).toEqual([
      expect.stringMatching(/^wong task /),
    ]);
  });

  it('that somebody hands on is told to whoever gets it', () => {
    const walk = new Walk().must({ type: 'submit-application' }, 'supplier');
    const task = 'check-completeness:office';
    const lines = after(walk, (w) =>
      w
        .must({ type: 'claim-task', task }, 'officer')
        .must({ type: 'delegate-task', task, toPersonId: 'bopha' }, 'officer'),
    );
    expect(lines).toEqual(['bopha task task-delegated check-completeness']);
  });
});

describe('what happened', () => {
  it('is told to the people of a buyer as far as the buyer hears of it', () => {
    const lines = after(new Walk().toReview(), (w) => w.passed());
    expect(ofPerson(lines, 'li')).toContain('li happened consent-given');
    expect(lines.filter((line) => line.includes('checks-'))).toEqual([]);
  });

  it('of another supplier is told to nobody', () => {
    expect(
      ofPerson(
        after(new Walk(), (w) => w.toDecision().approve()),
        'vanna',
      ),
    ).toEqual([]);
  });

  it('is not told when the organisation has nothing to do with the case any more', () => {
    const told: ToldDecision = {
      ...{ organisationId: 'buyer-1', relations: ['buyer'], opened: [], seq: 3, seal: 'open' },
      events: [{ eventId: 'e', type: 'qualification-granted', data: {} }],
      known: { closedSeals: [], buyerOfPilot: {} },
    };
    expect(noticesOf(told, READERS).map(({ personId }) => personId)).toEqual(['li', 'wong']);
    const opened = [{ what: 'place-pilot', subject: '', otherwise: 'none', role: 'buyer-requester' }];
    expect(noticesOf({ ...told, relations: [], opened } as ToldDecision, READERS)).toEqual([]);
  });

  it('of a child is told to the office alone', () => {
    const walk = new Walk().toAssessment().toAudit().checks();
    const lines = after(walk, (w) => w.must({ type: 'report-child', noteId: 'note' }, 'auditor'));
    expect(lines).toEqual([
      'bopha task child-found mark-child-safe',
      'dara task child-found mark-child-safe',
    ]);
  });
});

describe('a decision that must be told', () => {
  it('reaches whoever manages the firm, and the buyers who rely on it', () => {
    const lines = after(new Walk().toDecision(), (w) => w.approve());
    for (const personId of ['sokha', 'supplier-manager'])
      expect(ofPerson(lines, personId)).toContain(`${personId} legal qualification-granted`);
    expect(ofPerson(lines, 'li')).toContain('li legal qualification-granted');
    expect(ofPerson(lines, 'anna')).toContain('anna legal qualification-granted');
  });

  it('is told to whoever made it too', () => {
    const lines = after(new Walk(), (w) =>
      w.must({ type: 'withdraw', reason: 'no-longer-interested' } as never, 'supplier'),
    );
    expect(ofPerson(lines, 'sokha')).toEqual(['sokha legal qualification-withdrawn']);
    // The office may leave it out: it is no party to the decision.
    expect(ofPerson(lines, 'dara')).toEqual(['dara happened qualification-withdrawn']);
  });
});

describe('a reminder', () => {
  it('reaches whoever holds the duty', () => {
    const notices = noticesAfter(new Walk(), (w) => w.wait(7));
    expect(noticeLines(notices)).toEqual(['sokha reminder reminder-due complete-application']);
    expect(notices[0]?.params).toMatchObject({ deadline: 'draft', otherwise: 'lapse', tasks: 1 });
  });

  it('is not told when the duty is done', () => {
    const walk = new Walk();
    expect(after(walk, (w) => w.wait(7).must({ type: 'submit-application' }, 'supplier'))).toEqual([
      'bopha task application-submitted check-completeness',
      'dara task application-submitted check-completeness',
    ]);
  });

  it('of an auditor and of a buyer reaches them, whose organisations hear of no deadlines', () => {
    const assigned = new Walk().toAssessment().checks();
    assigned.must({ type: 'assign-auditor', auditorId: 'chan', firmId: 'firm-1' }, 'officer');
    expect(
      after(assigned, (w) => w.wait(4)).filter((line) => / (?:reminder|escalation) /.test(line)),
    ).toEqual(
      expect.arrayContaining([
        'chan escalation escalated propose-visit',
        'firm-1-manager escalation escalated propose-visit',
      ]),
    );
    const ready = new Walk().toDecision();
    const lines = after(ready, (w) => w.wait(60));
    expect(lines.filter((line) => line.startsWith('li ')).join()).toMatch(
      /li (?:reminder|escalation) .* recommend-approval/,
    );
  });

  it('of what one officer has taken is told to that officer', () => {
    const walk = new Walk().must({ type: 'submit-application' }, 'supplier');
    walk.must({ type: 'claim-task', task: 'check-completeness:office' }, 'officer');
    expect(after(walk, (w) => w.wait(3))).toEqual(['dara reminder reminder-due check-completeness']);
    const lines = after(walk, (w) => w.wait(7));
    expect(ofPerson(lines, 'dara').join()).toMatch(/escalation escalated check-completeness/);
    expect(ofPerson(lines, 'rith')).toEqual([]);
  });

  it('is not told to a buyer while a child is in danger, of which it must not know', () => {
    const { state } = new Walk().toDecision();
    const told: ToldDecision = {
      ...{ relations: ['programme-office'], opened: [], state, seq: state.seq, seal: 'open' },
      events: [{ eventId: 'e', type: 'reminder-due', data: { deadline: 'buyer-decision:buyer-1' } }],
      known: { closedSeals: [], buyerOfPilot: {} },
    };
    expect(noticesOf(told, READERS).map(({ personId }) => personId)).toEqual(['li']);
    const danger = { closedSeals: ['safeguarding'], toldUntil: state.seq - 1, buyerOfPilot: {} } as const;
    expect(noticesOf({ ...told, known: danger }, READERS)).toEqual([]);
  });
});

describe('an escalation', () => {
  it('goes to whoever manages the people of the holder first, and up to the office', () => {
    const walk = new Walk().must({ type: 'submit-application' }, 'supplier');
    walk.must({ type: 'request-information', items: ['tax.tin'] }, 'officer');
    const lines = after(walk, (w) => w.wait(10));
    expect(lines).toEqual(
      expect.arrayContaining([
        'sokha escalation escalated answer-information-request',
        'supplier-manager escalation escalated answer-information-request',
      ]),
    );
  });
});

describe('on a whole way', () => {
  it('nobody is told of one event twice', () => {
    const walk = new Walk();
    const steps: readonly ((w: Walk) => unknown)[] = [
      (w) => w.wait(8),
      (w) => w.toAssessment(),
      (w) => w.toAudit().checks(),
      (w) => w.answer({ 'HS-03': NONCONFORM }).must({ type: 'submit-audit' }, 'auditor'),
      (w) => w.must({ type: 'require-corrective-actions' }, 'reviewer').wait(5),
      (w) => w.correct('HS-03').wait(3),
      (w) => w.verify('HS-03'),
      (w) => w.wait(2),
    ];
    const notices = steps.flatMap((step) => noticesAfter(walk, step));
    const keys = notices.map(({ personId, eventId }) => `${personId} ${eventId}`);
    expect(keys.length).toBeGreaterThan(10);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('nor when they work for several of the organisations: the stronger notice stays', () => {
    const notice = { personId: 'sokha', eventId: 'e1' };
    const [weak, strong] = [
      { ...notice, kind: 'happened', organisationId: 'buyer-1' } as const,
      { ...notice, kind: 'task', organisationId: 'supplier' } as const,
    ];
    const other = { ...weak, personId: 'li' };
    const later = { ...weak, eventId: 'e2' };
    expect(onceEach([weak, other, strong, later])).toEqual([strong, other, later]);
    expect(onceEach([strong, weak])).toEqual([strong]);
  });

  it('kinds and lists name what there is', () => {
    const listed = [...LEGAL_EVENTS, ...Object.values(WORTH_TELLING).flat()];
    expect(listed.filter((type) => !EVENT_TYPES.includes(type))).toEqual([]);
    for (const list of Object.values(WORTH_TELLING)) expect(new Set(list).size).toBe(list.length);
    expect(NOTIFICATION_KINDS).toContain('legal');
    expect(READERS.filter(({ personId }) => personId === PEOPLE.supplier.personId)).toHaveLength(1);
  });
});
