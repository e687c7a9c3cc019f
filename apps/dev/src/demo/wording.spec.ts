import { describe, expect, it } from '@jest/globals';
import { DEADLINE_KINDS, LATER_DEADLINE_KINDS, PLACES } from '#domain';
import { nearestProvince } from './province.js';
import { wrap, table } from './terminal.js';
import { day, deadline, duty, list, minute, place } from './wording.js';

describe('the words of the demo', () => {
  it('know every place of a case', () => {
    for (const at of Object.values(PLACES).filter(({ substate }) => substate !== 'eligible'))
      expect(place(at)).not.toContain(`${at.stage}, `);
  });

  it('know everything that may be due', () => {
    const kinds = [...DEADLINE_KINDS, ...LATER_DEADLINE_KINDS, 'safeguarding', 'cooling-off'];
    const unknown = kinds.filter((kind) => deadline(kind) === kind.replaceAll('-', ' '));
    expect(unknown).toEqual([]);
  });

  it('show a code they do not know with spaces', () => {
    expect(duty('water-the-plants')).toBe('water the plants');
  });

  it('tell days and minutes as they are in Phnom Penh', () => {
    expect(day('2027-03-04T18:00:00.000Z')).toBe('5 Mar 2027');
    expect(minute('2027-03-04T18:30:00.000Z')).toBe(' 5 Mar 2027 01:30');
  });

  it('list as people do', () => {
    expect([list([]), list(['a']), list(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
  });

  it('break between words', () => {
    expect(wrap('one two three four', 9)).toEqual(['one two', 'three', 'four']);
  });

  it('stand in aligned columns, numbers to the right', () => {
    const [, first, second] = table(
      ['who', 'n'],
      [
        ['ab', 5],
        ['a', 12],
      ],
    );
    expect([first, second]).toEqual(['  ab    5', '  a    12']);
  });
});

describe('the province of a place', () => {
  it('is the one whose middle is nearest', () => {
    expect(nearestProvince(11.56, 104.92)).toBe('KH-12');
    expect(nearestProvince(13.36, 103.86)).toBe('KH-17');
  });
});
