import type { Alignment, Pair } from './align.js';
import { align } from './align.js';
import type { ComparableName, NameKind, Word } from './comparable-name.js';
import { commonWords } from './comparable-name.js';

/**
 * In what two names can differ. Every one is 0 where they agree, and 1 where they could not differ more:
 * - `other-words`: words on both sides that have no partner (one 0.5, two or more 1): a middle name that is missing is
 *   none, one that is another is;
 * - `other-share`: the share of the shorter name's weight that these words make up;
 * - `more-words`: the share of the longer name's weight that the other does not have at all;
 * - `two-edits`, `three-edits`: 1 where all pairs together differ in at least so many letters or sounds;
 * - `numbers`: 1 where one name has a number that the other has not;
 * - `thin`: how little the words say that are the same on both sides (0: three long, rare words).
 * Legal forms are compared apart: a firm that changes its form is the same firm.
 */
export const FEATURES = [
  'other-words',
  'other-share',
  'more-words',
  'two-edits',
  'three-edits',
  'numbers',
  'thin',
] as const;
export type Feature = (typeof FEATURES)[number];
export type FeatureValues = Readonly<Record<Feature, number>>;

/** The features that are weighed for names of a kind: people have no number. */
export const featuresOf = (kind: NameKind): readonly Feature[] =>
  kind === 'entity' ? FEATURES : FEATURES.filter((name) => name !== 'numbers');

/** Two names side by side: the words compared, how they were paired, and in what they differ. */
export type Comparison = {
  words: readonly [readonly Word[], readonly Word[]];
  alignment: Alignment;
  values: FeatureValues;
};

/** The weight of three long words that few names carry: nobody needs more to be told by. */
const PLENTY = 3;
/** Nearly the same. */
const SAME = 0.9;
/** The least weight of a name in a share: of a single short word. */
const LEAST = 0.25;

const weigh = (words: readonly Word[]): number => words.reduce((sum, { weight }) => sum + weight, 0);
const pick = (words: readonly Word[], places: readonly number[]): Word[] =>
  places.flatMap((place) => words[place] ?? []);
const telling = (words: readonly Word[]): number =>
  words.filter(({ minor, number }) => !minor && !number).length;
const sum = (pairs: readonly Pair[], of: (pair: Pair) => number): number =>
  pairs.reduce((total, pair) => total + of(pair), 0);

/** Compares two names of the same kind. The order of the two makes no difference. */
export function compareNames(a: ComparableName, b: ComparableName): Comparison {
  const words = commonWords(a, b);
  const [mine, theirs] = words;
  const alignment = align(mine, theirs, a.kind);
  const left = [pick(mine, alignment.mine), pick(theirs, alignment.theirs)] as const;
  const values = {
    ...apart(weigh(mine), weigh(theirs), left),
    ...within(alignment.pairs),
    numbers: left.flat().some(({ number }) => number) ? 1 : 0,
  };
  return { words, alignment, values };
}

/** Words without a partner. */
function apart(mine: number, theirs: number, [left, right]: readonly [Word[], Word[]]) {
  const [alone, others] = [weigh(left), weigh(right)];
  return {
    'other-words': Math.min(telling(left), telling(right), 2) / 2,
    'other-share': Math.min(Math.min(alone, others) / Math.max(Math.min(mine, theirs), LEAST), 1),
    'more-words': Math.min(Math.abs(alone - others) / Math.max(mine, theirs, LEAST), 1),
  };
}

/** Words with a partner: unlike ones, and what the same ones say. An initial says nothing. */
function within(pairs: readonly Pair[]) {
  const spelt = pairs.filter(({ likeness }) => likeness !== 'initial');
  const edits = sum(spelt, (pair) => pair.edits);
  const same = spelt.filter(({ similarity }) => similarity > SAME);
  return {
    'two-edits': edits >= 2 ? 1 : 0,
    'three-edits': edits >= 3 ? 1 : 0,
    thin:
      1 -
      Math.min(
        sum(same, ({ weight }) => weight),
        PLENTY,
      ) /
        PLENTY,
  };
}
