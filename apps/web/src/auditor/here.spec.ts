import { expect, it } from '@jest/globals';
import { kilometres } from './here.js';

it('a distance is as the crow flies', () => {
  const [phnomPenh, siemReap] = [
    { latitude: 11.5564, longitude: 104.9282 },
    { latitude: 13.3633, longitude: 103.8564 },
  ];
  expect(Math.round(kilometres(phnomPenh, siemReap))).toBe(232);
  expect(kilometres(phnomPenh, phnomPenh)).toBe(0);
});
