import { expect, it } from '@jest/globals';
import { datesTyped, wrongDates } from './holiday-dates.js';

it('takes dates one a line or in a row, in Khmer digits too, each once', () => {
  expect(datesTyped(' 2027-01-01\n2027-01-07, ២០២៧-០៤-១៤;2027-01-01\n')).toEqual([
    '2027-01-01',
    '2027-01-07',
    '2027-04-14',
  ]);
});

it('names what is no day, or one of another year', () => {
  const typed = ['2027-02-28', '2027-02-29', '2026-12-31', '7 January', '2027-4-14'];
  expect(wrongDates(typed, 2027)).toEqual(['2027-02-29', '2026-12-31', '7 January', '2027-4-14']);
});
