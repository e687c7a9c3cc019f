import { randomLetters, readLetters } from '#platform';

const HOW_MANY = 10;
/** Ten of five bits each. */
const LENGTH = 10;

/** Its place is the first digit, so that a code is compared with one hash and not with ten. */
const mint = (place: number): string => {
  const letters = randomLetters(LENGTH);
  return `${place}-${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`;
};

export const mintRecoveryCodes = (): readonly string[] =>
  Array.from({ length: HOW_MANY }, (_, place) => mint(place));

/** A code as it is hashed, and which of the hashes it is, from 1 as PostgreSQL counts; nothing when it has not the form. */
export function readRecoveryCode(
  typed: string,
): { readonly place: number; readonly secret: string } | undefined {
  const [, place, secret] = /^(\d)([0-9A-Z]{10})$/.exec(readLetters(typed)) ?? [];
  return secret === undefined ? undefined : { place: Number(place) + 1, secret };
}
