import type { ComparableName, NameKind, Word } from './comparable-name.js';
import { fold, skeleton } from './fold.js';
import { Vocabulary } from './vocabulary.js';

/** Names up to three words long may be written together. */
const RUN = 3;
/** Fewer consonants than these make no key: too many words share it. */
const LEAST_CONSONANTS = 4;
/** So many first words of a firm may be shortened to their initials. */
const INITIALS = 6;

/** A place in `runs` holds the number of a name and how many of its words are in the run. */
type Run = { name: number; words: number };
/** How many words of the name asked for and of a listed one have been found in each other. */
type Tally = { asked: number; listed: number };

/** A word that tells: a number, an initial or `the` need not be found. */
const tells = ({ text, minor, number }: Word): boolean => !minor && !number && text.length > 1;
const tellingIn = (words: readonly Word[]): number => words.filter(tells).length;

/**
 * Finds the listed names of one kind that are worth comparing with one asked for: those where, on one side at least,
 * every telling word has a word like it on the other. With words on both sides that have none, a name stays below
 * every threshold (see `other-words`).
 */
export class Candidates {
  private readonly vocabulary = new Vocabulary();
  private readonly runs = new Map<string, Run[]>();
  private readonly telling: number[] = [];

  constructor(private readonly kind: NameKind) {}

  /** Files a name under the next number, beginning with 0. */
  add({ words }: ComparableName): void {
    const name = this.telling.length;
    this.telling.push(tellingIn(words));
    for (const word of words) if (tells(word)) this.vocabulary.add(word, name);
    for (const { key, words: count } of runsOf(words, this.kind)) {
      const filed = this.runs.get(key);
      if (filed) filed.push({ name, words: count });
      else this.runs.set(key, [{ name, words: count }]);
    }
  }

  /** Numbers of the names worth comparing. */
  of({ words }: ComparableName): number[] {
    const tallies = new Map<number, Tally>();
    const count = (name: number, asked: number, listed: number): void => {
      const tally = tallies.get(name);
      if (!tally) tallies.set(name, { asked, listed });
      else {
        tally.asked += asked;
        tally.listed += listed;
      }
    };
    for (const word of words) {
      if (!tells(word)) continue;
      const found = new Set(this.vocabulary.namesLike(word).flat());
      for (const name of found) count(name, 1, 1);
      for (const key of [word.skeleton, initialsKey(word.text)])
        for (const run of this.runs.get(key) ?? []) count(run.name, 1, run.words);
    }
    for (const { key, words: joined } of runsOf(words, this.kind))
      for (const name of this.vocabulary.namesWithSkeleton(key).flat()) count(name, joined, 1);
    const mine = tellingIn(words);
    return [...tallies].flatMap(([name, { asked, listed }]) =>
      asked >= mine || listed >= (this.telling[name] ?? 0) ? [name] : [],
    );
  }
}

const initialsKey = (initials: string): string => `.${initials}`;

/** The keys of words that follow each other: as written together, and a firm's by its initials. */
function runsOf(words: readonly Word[], kind: NameKind): { key: string; words: number }[] {
  const keys: { key: string; words: number }[] = [];
  for (let from = 0; from < words.length; from += 1) {
    for (let to = from + 2; to <= Math.min(from + RUN, words.length); to += 1) {
      const run = words.slice(from, to);
      const key = skeleton(fold(run.map(({ text }) => text).join('')));
      if (key.length >= LEAST_CONSONANTS) keys.push({ key, words: tellingIn(run) });
    }
  }
  if (kind === 'entity') keys.push(...initialsOf(words.filter(tells)));
  return keys;
}

/** A firm's first words, from two to all of them, by their initials. */
function initialsOf(words: readonly Word[]): { key: string; words: number }[] {
  const initials = words.map(({ text }) => text[0]).join('');
  return Array.from({ length: Math.max(Math.min(words.length, INITIALS) - 1, 0) }, (_, n) => {
    return { key: initialsKey(initials.slice(0, n + 2)), words: n + 2 };
  });
}
