import { randomLetters } from '#platform';

const LENGTH = 12;

/** A code that leads everybody to a qualification, and that nobody guesses: 60 bits. */
export const mintCheckCode = (): string => randomLetters(LENGTH);

/** Where everybody looks a qualification up by a code or a number. */
export const pathOfCheck = (codeOrNumber: string): string => `/check/${encodeURIComponent(codeOrNumber)}`;
