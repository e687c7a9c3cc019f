import { describe, expect, it } from '@jest/globals';
import { answerPlace, interviewedIn, notePlace, notesOf, partsOf, startPlace } from './places.js';

describe('places of an audit', () => {
  it('lead to the answers of the audit, and of a later visit', () => {
    expect(answerPlace('c1', 'audit', 'BL-01')).toMatchObject({
      ...{ name: 'answer/c1/audit/BL-01', url: '/v1/qualifications/c1/audit/answers/BL-01', method: 'PUT' },
    });
    expect(answerPlace('c1', 'visit-u1', 'BL-01').url).toBe(
      '/v1/qualifications/c1/surveillance/u1/answers/BL-01',
    );
    expect(partsOf('answer/c1/audit/BL-01')).toEqual({ kind: 'answer', item: 'BL-01' });
  });

  it('let interviews be counted by number and group, and say nobody’s name', () => {
    const place = notePlace('c1', { kind: 'group', workers: 5, women: 3 }, 'n1');
    expect(place).toMatchObject({ secret: true, url: '/v1/qualifications/c1/interview-notes/n1' });
    expect(place.name.startsWith(notesOf('c1'))).toBe(true);
    expect(interviewedIn(place.name)).toEqual({ kind: 'group', workers: 5, women: 3 });
    expect(interviewedIn('answer/c1/audit/BL-01')).toBeUndefined();
  });

  it('begin with the start of the audit, which everything else waits for', () => {
    expect(startPlace('c1')).toMatchObject({
      gate: true,
      method: 'POST',
      url: '/v1/qualifications/c1/commands',
    });
  });
});
