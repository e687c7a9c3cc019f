import { randomInt } from 'node:crypto';

/** Letters and digits that nobody takes for one another on paper (Crockford's base 32). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TAKEN_FOR: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** So many of them by chance, five bits in each. */
export const randomLetters = (length: number): string =>
  Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** As somebody typed them: capitals or not, with blanks or dashes between, O for 0, I or L for 1. */
export const readLetters = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/[OIL]/g, (letter) => TAKEN_FOR[letter] ?? letter);
