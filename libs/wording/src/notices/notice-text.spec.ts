import { describe, expect, it } from '@jest/globals';
import { EVENT_TYPES } from '#domain';
import { textIds } from '../catalogue.js';
import { LANGUAGES } from '../language.js';
import { deadlineText, dutyText } from './duty-text.js';
import { NOTICE_KINDS, type Notice } from './notice.js';
import { noticeText } from './notice-text.js';

const LINK = 'https://selvedge.example/q/0199';
const about = { caseNumber: 'SQ-2026-000000001', link: LINK };
const dueAt = '2026-11-30T17:30:00.000Z';

describe('the text of a message', () => {
  it('says what happened, what is to be done by when, what happens otherwise, and where to read on', () => {
    const params = {
      dates: ['2026-12-10'],
      what: 'answer-visit-proposal',
      otherwise: 'first-date-stands',
      dueAt,
    };
    expect(noticeText('en', { ...about, kind: 'task', type: 'visit-proposed', params })).toEqual({
      subject: 'SQ-2026-000000001: choose a date for the visit',
      text: `Case SQ-2026-000000001: The auditor has proposed dates for the visit to the site. Please choose a date for the visit by 1 December 2026. Otherwise the first proposed date stands.\nRead more: ${LINK}`,
    });
    expect(noticeText('en', { ...about, kind: 'task', params }).text).toMatch(
      /^Case SQ-2026-000000001\. Please choose/,
    );
    const several = { ...params, tasks: 3 };
    expect(
      noticeText('en', { ...about, kind: 'legal', type: 'visit-proposed', params: several }).text,
    ).toContain('first proposed date stands. 2 more things of this case wait for you.\n');
  });

  it('says days of events as they are in Cambodia, and does without what is not told', () => {
    const granted = (params: Notice['params']) =>
      noticeText('en', { ...about, kind: 'happened', type: 'qualification-granted', params }).text;
    expect(granted({ until: dueAt })).toContain('granted and is valid until 1 December 2026.');
    expect(granted({})).toContain('The qualification was granted.');
    const agreed = { ...about, kind: 'happened', type: 'visit-agreed', params: { date: '2026-12-10' } };
    expect(noticeText('en', agreed).text).toContain('is fixed: 10 December 2026.');
  });

  it('names the deadline of a reminder and of an escalation', () => {
    const params = { deadline: 'certificate:GOTS', dueAt, what: 'renew-certificate', otherwise: 'downgrade' };
    expect(noticeText('en', { ...about, kind: 'reminder', type: 'reminder-due', params })).toEqual({
      subject: 'Reminder SQ-2026-000000001: end of a certificate',
      text: `Reminder of case SQ-2026-000000001: end of a certificate, due on 1 December 2026. Please hand in the new certificate by 1 December 2026. Otherwise the qualification becomes conditional or is suspended.\nRead more: ${LINK}`,
    });
    const passed = { deadline: 'review', dueAt, to: 'programme-office' };
    expect(
      noticeText('en', { ...about, kind: 'escalation', type: 'escalated', params: passed }),
    ).toMatchObject({
      subject: 'Overdue SQ-2026-000000001: review',
    });
  });

  it('lists in a summary what there was', () => {
    const line = { ...about, kind: 'happened', type: 'lot-delivered', params: {} };
    const digest = { kind: 'digest', params: { lines: [line, 'made before', 7] }, link: LINK };
    expect(noticeText('en', digest)).toEqual({
      subject: '2 things from your cases',
      text: `What happened in your cases since the last summary:\n- SQ-2026-000000001: a lot was delivered\n- made before\nRead more: ${LINK}`,
    });
    expect(noticeText('en', { ...digest, params: { lines: [line] } }).subject).toBe(
      'One thing from your cases',
    );
  });

  it('is there for what makes an account work', () => {
    const code = noticeText('en', { kind: 'sign-in-code', params: { code: '012345' }, link: '' });
    expect(code.text).toMatch(/is 012345\..*do nothing\.$/);
    const gone = { kind: 'endpoint-disabled', params: { reason: 'gone' }, link: LINK };
    expect(noticeText('en', gone).text).toContain('answered that it is gone');
    expect(noticeText('en', { ...gone, params: {} }).text).toContain('failed for five days');
    const params = { organisation: '{name} <b>Threads</b>', dueAt };
    expect(noticeText('en', { kind: 'invitation', params, link: LINK }).text).toContain(
      'for {name} <b>Threads</b>. Open the link to accept; it works until 1 December 2026.',
    );
  });

  it('has a subject of at most 60 characters for every kind and event in every language, and tells of no person', () => {
    const personal = {
      name: 'Sokha Example',
      email: 'sokha@example.org',
      note: 'a secret',
      phone: '+85512345678',
    };
    const values = { ...personal, lines: [], count: 1000, code: '123456', reason: 'x', dueAt };
    for (const language of LANGUAGES) {
      const subjects = [
        ...EVENT_TYPES.map((type) =>
          noticeText(language, { ...about, kind: 'happened', type, params: values }),
        ),
        ...textIds('en').flatMap((id) => {
          const [kind, ...rest] = id.split('.');
          const what = { ...about, kind: 'task', params: { ...values, what: rest[1] } };
          if (kind === 'duties' && rest[0] === 'do') return [noticeText(language, what)];
          if (kind !== 'deadlines') return [];
          const params = { ...values, deadline: rest[0] };
          return ['reminder', 'escalation'].map((one) =>
            noticeText(language, { ...about, kind: one, params }),
          );
        }),
        ...NOTICE_KINDS.map((kind) => noticeText(language, { ...about, kind, params: values })),
      ];
      expect(subjects.length).toBeGreaterThan(250);
      const told = JSON.stringify(subjects);
      expect(Object.values(personal).filter((one) => told.includes(one))).toEqual([]);
      expect(subjects.filter(({ subject }) => subject.length > 60 || /\n/.test(subject))).toEqual([]);
      expect(
        subjects.filter(({ text }) => !text.endsWith(LINK) || /\bnone\b|undefined|[{}]/.test(text)),
      ).toEqual([]);
    }
  });

  it('tells a kind or an event without words as news of the case', () => {
    for (const odd of [{ kind: 'quite-new' }, { kind: 'happened', type: 'quite-new' }, { kind: 'reminder' }])
      expect(noticeText('en', { ...about, params: {}, ...odd }).subject).toBe('SQ-2026-000000001: news');
  });
});

describe('the words for duties and deadlines', () => {
  it('begin with a capital letter, and tell what has no words as it is', () => {
    expect(dutyText('en', 'visit-site')).toBe('Visit the site');
    expect(deadlineText('en', 'certificate:GOTS')).toBe('End of a certificate');
    expect(dutyText('km', 'quite-new')).toBe('Quite new');
  });
});
