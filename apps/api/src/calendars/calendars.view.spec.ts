import { describe, expect, it } from '@jest/globals';
import { calendarText, type DueRow } from './calendars.view.js';

const row: DueRow = {
  qualificationId: '0190f000-0000-7000-8000-000000000001',
  caseNumber: 'SQ-2026-000000001',
  task: 'visit-site::firm',
  what: 'visit-site',
  dueAt: new Date('2026-11-30T17:30:00.000Z'),
  openedAt: new Date('2026-11-20T01:02:03.000Z'),
};
const ORIGIN = 'https://selvedge.example';
const lines = (text: string): readonly string[] => text.replace(/\r\n[ \t]/g, '').split('\r\n');

describe('a calendar of what is due', () => {
  it('names the duty and the case on its day in Phnom Penh, and leads to the case', () => {
    const text = lines(calendarText([row], 'en', ORIGIN));
    expect(text).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'DTSTART;VALUE=DATE:20261201',
        'DTSTAMP:20261120T010203Z',
        'SUMMARY:Visit the site · SQ-2026-000000001',
        `URL;VALUE=URI:${ORIGIN}/qualifications/${row.qualificationId}`,
      ]),
    );
  });

  it('speaks the language of its reader', () => {
    expect(calendarText([row], 'km', ORIGIN)).toMatch(/SUMMARY:[\u1780-\u17ff]/);
    expect(calendarText([row], 'zh', ORIGIN)).toMatch(/SUMMARY:[\u4e00-\u9fff]/);
  });

  it('is the same as long as nothing changes, and knows an entry again when its day does', () => {
    const uid = (dueAt: Date): string | undefined =>
      lines(calendarText([{ ...row, dueAt }], 'en', ORIGIN)).find((line) => line.startsWith('UID:'));
    expect(calendarText([row], 'en', ORIGIN)).toBe(calendarText([row], 'en', ORIGIN));
    expect(uid(row.dueAt)).toBe(uid(new Date('2027-01-01T00:00:00.000Z')));
    expect(uid(row.dueAt)).toMatch(/^UID:[0-9a-f-]{36}@selvedge$/);
  });

  it('is a calendar also when nothing is due', () => {
    expect(calendarText([], 'en', ORIGIN)).toMatch(/^BEGIN:VCALENDAR[\s\S]*END:VCALENDAR$/);
  });
});
