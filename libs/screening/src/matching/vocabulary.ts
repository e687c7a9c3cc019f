import { alike, mustSoundSame, PAIRED } from './align.js';
import type { Word } from './comparable-name.js';
import { edits } from './similarity.js';

/** A word with the numbers of the names that hold it. */
type Filed = { word: Word; names: number[] };

/** Words of one length, with the sets of their letters and of the letters they sound like, side by side. */
type Shelf = { filed: Filed[]; letters: number[]; sounds: number[] };

/** With more edits than these, no name is a hit, whatever its other words are. */
const EDITS = 2;
/** What counts as alike in sound is at most one edit apart in sound, though up to so many letters longer. */
const SOUNDS = 2;
const LONGER = 4;
/** How many words of earlier questions are remembered. */
const KEPT = 5_000;

/**
 * All words of the listed names of one kind. Every word is held against the one asked for, first by what costs nothing
 * (which letters it has, how long it is): so no spelling is missed for its first letter or its first syllable, as it
 * would be with a phonetic key or a prefix.
 */
export class Vocabulary {
  private readonly filed = new Map<Word, Filed>();
  private readonly shelves: Shelf[] = [];
  private readonly bySkeleton = new Map<string, Filed[]>();
  private readonly known = new Map<string, readonly (readonly number[])[]>();

  add(word: Word, name: number): void {
    const filed = this.filed.get(word);
    if (filed) {
      if (filed.names.at(-1) !== name) filed.names.push(name);
      return;
    }
    const added = { word, names: [name] };
    this.filed.set(word, added);
    const shelf = (this.shelves[word.text.length] ??= { filed: [], letters: [], sounds: [] });
    shelf.filed.push(added);
    shelf.letters.push(word.letters);
    shelf.sounds.push(word.sounds);
    const same = this.bySkeleton.get(word.skeleton);
    if (same) same.push(added);
    else this.bySkeleton.set(word.skeleton, [added]);
    this.known.clear();
  }

  /** The names that hold a word like `asked`, one list for each such word. */
  namesLike(asked: Word): readonly (readonly number[])[] {
    const known = this.known.get(asked.text);
    if (known) return known;
    const found = this.find(asked);
    if (this.known.size >= KEPT) this.known.clear();
    this.known.set(asked.text, found);
    return found;
  }

  /** The names that hold a word with these consonants. */
  namesWithSkeleton(skeleton: string): readonly (readonly number[])[] {
    return (this.bySkeleton.get(skeleton) ?? []).map(({ names }) => names);
  }

  private find(asked: Word): (readonly number[])[] {
    const found = new Set<Filed>();
    const take = (filed: Filed | undefined): void => {
      if (!filed || !near(asked, filed.word)) return;
      const { similarity, edits: slips, likeness } = alike(asked, filed.word);
      if (similarity >= PAIRED && slips <= EDITS && likeness !== 'initial') found.add(filed);
    };
    this.bySkeleton.get(asked.skeleton)?.forEach(take);
    const { length } = asked.text;
    for (let other = Math.max(length - LONGER, 2); other <= length + LONGER; other += 1) {
      const shelf = this.shelves[other];
      // Two short words are the same only when they sound the same: the skeleton has given them.
      if (!shelf || mustSoundSame(asked.text)) continue;
      for (const place of shared(shelf, asked, Math.abs(other - length))) take(shelf.filed[place]);
    }
    return [...found].map(({ names }) => names);
  }
}

/** Whether two words can be alike enough at all: cheaper than how alike they are. */
function near(asked: Word, word: Word): boolean {
  if (asked.skeleton === word.skeleton || asked.letters === word.letters) return true;
  return edits(asked.text, word.text, EDITS) <= EDITS || edits(asked.folded, word.folded, 1) <= 1;
}

/**
 * Places of the words whose letters are near enough, `longer` letters longer or shorter than the one asked for. An edit
 * that makes a word longer brings at most one letter; any other takes at most one away as well.
 */
function shared({ letters, sounds }: Shelf, asked: Word, longer: number): number[] {
  const { letters: mine, sounds: heard } = asked;
  const spelt = longer <= EDITS ? 2 * EDITS - longer : -1;
  const places: number[] = [];
  for (let n = 0; n < letters.length; n += 1)
    if (bits(mine ^ (letters[n] ?? 0)) <= spelt || bits(heard ^ (sounds[n] ?? 0)) <= SOUNDS) places.push(n);
  return places;
}

/** How many bits of a number of 32 are set. */
function bits(number: number): number {
  let n = number - ((number >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  n = (n + (n >>> 4)) & 0x0f0f0f0f;
  n += n >>> 8;
  return (n + (n >>> 16)) & 0x3f;
}
