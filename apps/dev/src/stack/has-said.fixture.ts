import { lastLines } from './children.js';
import { waitUntil } from './wait.js';

/** Wait until a child has written this word to its log: from then on it stands as its script says. */
export const hasSaid = (logFile: string, word: string): Promise<void> =>
  waitUntil(`a child that says '${word}'`, () =>
    lastLines(logFile).includes(word)
      ? Promise.resolve()
      : Promise.reject(new Error('it has not said it yet')),
  );
