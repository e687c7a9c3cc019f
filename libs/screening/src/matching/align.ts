import type { NameKind, Word } from './comparable-name.js';
import { fold, skeleton } from './fold.js';
import { edits, jaroWinkler } from './similarity.js';

/** How two words (or a word and several run together) were found to be the same or alike. */
export type Likeness = 'equal' | 'sounds' | 'similar' | 'initial' | 'joined' | 'acronym';

/**
 * One pair of an alignment: places of the words on either side, their similarity (0 to 1), the letters that differ, and
 * the weight of the lighter side.
 */
export type Pair = {
  mine: readonly number[];
  theirs: readonly number[];
  similarity: number;
  edits: number;
  likeness: Likeness;
  weight: number;
};

/** The pairs, and the places on either side that found none. */
export type Alignment = { pairs: Pair[]; mine: number[]; theirs: number[] };

/** Pairs below this are two different words. */
export const PAIRED = 0.6;
/** What a folded or a vowelless agreement costs against a plain one (domain section 4.3.4: 0.03). */
const FOLDED = 0.03;
const VOWELLESS = 0.15;
/** A word and several run together must be nearly the same, or any two short words would make a long one. */
const JOINED = 0.85;
const INITIAL = 0.75;
/** Short words are alike by chance: up to this length they must be the same, or sound the same (domain section 4.3.3). */
const SHORT = 3;
/** Up to so many words are written together, and up to so many shortened to their initials. */
const RUN = 3;
const INITIALS = 6;
const ACRONYM = 0.85;
const LATIN = /^[a-z]/;
const SHUFFLED = 0.8;

export type Likened = Pick<Pair, 'similarity' | 'edits' | 'likeness'>;
const UNLIKE: Likened = { similarity: 0, edits: 0, likeness: 'similar' };

/** Short words in Latin letters are alike only when they sound the same. */
export const mustSoundSame = (text: string): boolean => text.length <= SHORT && LATIN.test(text);

function blend(a: string, b: string, changed: number): number {
  return (jaroWinkler(a, b) + 1 - changed / Math.max(a.length, b.length)) / 2;
}

/** How alike two words are: the mean of Jaro-Winkler and edit similarity, plain or folded, whichever is more. */
export function alike(a: Word, b: Word): Likened {
  if (a.text === b.text) return { similarity: 1, edits: 0, likeness: 'equal' };
  if (a.number || b.number) return UNLIKE;
  if (a.text.length === 1 || b.text.length === 1) {
    const same = a.text[0] === b.text[0];
    return same ? { similarity: INITIAL, edits: 0, likeness: 'initial' } : UNLIKE;
  }
  if (a.folded !== b.folded && (mustSoundSame(a.text) || mustSoundSame(b.text))) return UNLIKE;
  const changed = edits(a.text, b.text);
  const plain = blend(a.text, b.text, changed);
  const changedSound = a.folded === b.folded ? 0 : edits(a.folded, b.folded);
  const folded = blend(a.folded, b.folded, changedSound) - FOLDED;
  const vowelless = a.skeleton.length > 2 && a.skeleton === b.skeleton ? 1 - VOWELLESS : 0;
  const similarity = Math.max(plain, folded, vowelless);
  if (similarity < SHUFFLED && shuffled(a, b)) return { similarity: SHUFFLED, edits: 1, likeness: 'similar' };
  const sounds = changedSound === 0 || similarity > plain;
  // What sounds the same is no slip; a slip of the sound is one more than itself, spelling may hide another.
  const slips = changedSound === 0 ? 0 : Math.min(changed, changedSound + 1);
  return { similarity, edits: slips, likeness: sounds ? 'sounds' : 'similar' };
}

const sorted = (text: string): string => [...text].sort().join('');

/** The same letters in another order: a slip of the keyboard where there are five or more. */
function shuffled(a: Word, b: Word): boolean {
  if (a.letters !== b.letters || a.text.length < 5 || a.text.length !== b.text.length) return false;
  return sorted(a.text) === sorted(b.text);
}

/**
 * Pairs the words of two names one to one, the most alike first (greedy, as domain section 4.3.5 has it); two or three
 * words that follow each other may pair with one that is written together (`Mohammad Hasni`, `Mohammadhasni`).
 * Only people are called by an initial: a single letter of a firm's name is a word like any other.
 */
export function align(mine: readonly Word[], theirs: readonly Word[], kind: NameKind): Alignment {
  const found: Pair[] = [];
  for (const [i, a] of mine.entries()) {
    for (const [j, b] of theirs.entries()) {
      const likened = alike(a, b);
      if (likened.similarity < PAIRED || (likened.likeness === 'initial' && kind === 'entity')) continue;
      found.push({ mine: [i], theirs: [j], ...likened, weight: Math.min(a.weight, b.weight) });
    }
  }
  if (mine.length !== theirs.length || found.length < mine.length) found.push(...joinedPairs(mine, theirs));
  found.sort((a, b) => b.similarity - a.similarity || b.weight - a.weight || place(a) - place(b));
  const [takenMine, takenTheirs] = [new Set<number>(), new Set<number>()];
  const pairs = found.filter((pair) => {
    if (pair.mine.some((i) => takenMine.has(i)) || pair.theirs.some((j) => takenTheirs.has(j))) return false;
    pair.mine.forEach((i) => takenMine.add(i));
    pair.theirs.forEach((j) => takenTheirs.add(j));
    return true;
  });
  const left = (words: readonly Word[], taken: Set<number>): number[] =>
    [...words.keys()].filter((n) => !taken.has(n));
  return { pairs, mine: left(mine, takenMine), theirs: left(theirs, takenTheirs) };
}

/** Words that stand at the same place go together before others that are as alike. */
function place({ mine, theirs }: Pair): number {
  return Math.abs((mine[0] ?? 0) - (theirs[0] ?? 0));
}

type Run = { text: string; initials: string; places: number[] };

/** Words that follow each other on one side, against one word of the other: written together, or its initials. */
function joinedPairs(mine: readonly Word[], theirs: readonly Word[]): Pair[] {
  const pairs: Pair[] = [];
  const take = (runs: readonly Run[], words: readonly Word[], swap: boolean): void => {
    for (const run of runs) {
      for (const [place, word] of words.entries()) {
        const likened = likenRun(run, word);
        if (!likened) continue;
        const [one, other] = [run.places, [place]];
        pairs.push({ ...(swap ? { mine: other, theirs: one } : { mine: one, theirs: other }), ...likened });
      }
    }
  };
  take(runsOf(mine), theirs, false);
  take(runsOf(theirs), mine, true);
  return pairs;
}

function likenRun({ text, initials, places }: Run, word: Word): Omit<Pair, 'mine' | 'theirs'> | undefined {
  const { weight } = word;
  if (word.text === initials) return { similarity: ACRONYM, edits: 0, likeness: 'acronym', weight };
  if (places.length > RUN || Math.abs(text.length - word.text.length) > 2 || word.text.length < 4)
    return undefined;
  const changed = edits(text, word.text);
  const folded = fold(text);
  const similarity = Math.max(
    blend(text, word.text, changed),
    folded === word.folded ? 1 - FOLDED : 0,
    word.skeleton.length > 3 && skeleton(folded) === word.skeleton ? 1 - VOWELLESS : 0,
  );
  return similarity < JOINED ? undefined : { similarity, edits: changed, likeness: 'joined', weight };
}

function runsOf(words: readonly Word[]): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < words.length; from += 1) {
    for (let to = from + 2; to <= Math.min(from + INITIALS, words.length); to += 1) {
      const run = words.slice(from, to);
      runs.push({
        text: run.map(({ text }) => text).join(''),
        initials: run.map(({ text, minor }) => (minor ? '' : text[0])).join(''),
        places: run.map((_, n) => from + n),
      });
    }
  }
  return runs;
}
