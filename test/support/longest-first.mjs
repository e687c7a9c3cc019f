import TestSequencer from '@jest/test-sequencer';

/** Files that take minutes. Where nobody has measured yet, Jest goes by the size of files and would begin them last. */
const LONGEST = ['test/browser/every-screen', 'test/authorisation-matrix'];
const isLongest = ({ path }) => LONGEST.some((name) => path.includes(name));

/** The longest files first, so that no worker is left with one of them while the other has nothing to do. */
// Jest asks for a default export.

export default class LongestFirst extends TestSequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return [...sorted.filter(isLongest), ...sorted.filter((test) => !isLongest(test))];
  }
}
