import { businessWords, legalForms } from '../legal-forms.js';
import { firmWords, normaliseName, reorderPersonName } from '../normalise.js';
import { fold, skeleton } from './fold.js';
import { commonFirmWords, commonNames } from './common-words.js';
import { particles, titles, withDigits } from './name-words.js';
import type { Script } from './transliterate.js';
import { lettersOf } from './similarity.js';
import { scriptOf, transliterate } from './transliterate.js';

export type NameKind = 'person' | 'entity';

/**
 * One word of a name. `weight` is how much it says of who it is, by length (0.25 to 1; a word of eight letters or
 * more says 1); a third of that for words that names carry or drop (`minor`), less for those that many share. `letters` and `sounds` are the sets of letters
 * of `text` and `folded`.
 */
export type Word = {
  text: string;
  folded: string;
  skeleton: string;
  letters: number;
  sounds: number;
  weight: number;
  minor: boolean;
  number: boolean;
};

/**
 * A name made ready to be compared. `words` are in Latin letters; `own` are those of its own script where that can be
 * compared as it is (`script`). `forms` are a firm's legal forms, `joined` the words without spaces.
 * `bare` says that nothing but legal forms was left, so that they are the words.
 */
export type ComparableName = {
  kind: NameKind;
  script: Script;
  words: Word[];
  own: Word[];
  forms: string[];
  joined: string;
  bare: boolean;
};

const MINOR = 1 / 3;
const COMMON = { person: 0.75, entity: 0.5 } as const;
const NAMELESS = /^[\p{M}]*$/u;

/** Makes a word of a text; the same text gives the same object, so that a long list holds each word once. */
export class Words {
  private readonly known = new Map<string, Word>();

  of(text: string, kind: NameKind): Word {
    const key = `${kind} ${text}`;
    const known = this.known.get(key);
    if (known) return known;
    const word = wordOf(text, kind);
    this.known.set(key, word);
    return word;
  }
}

function wordOf(text: string, kind: NameKind): Word {
  const folded = fold(text);
  const minor = particles.has(text) || (kind === 'entity' && businessWords.has(text));
  const common = (kind === 'entity' ? commonFirmWords : commonNames).has(text);
  const telling = minor ? MINOR : common ? COMMON[kind] : 1;
  return {
    ...{ text, folded, skeleton: skeleton(folded), letters: lettersOf(text), sounds: lettersOf(folded) },
    weight: (Math.min(Math.max(text.length, 2), 8) / 8) * telling,
    minor,
    number: /\p{N}/u.test(text),
  };
}

/** Makes `name` ready to be compared as the name of a `kind`. */
export function comparable(name: string, kind: NameKind, words = new Words()): ComparableName {
  // An apostrophe inside a word is a sound (Cho'ng, al-Sha'ari) or a possessive (Bank's): it parts nothing.
  const text = name.replace(/(?<=\p{L}\p{L})['’‘`ʼ](?=\p{L})/gu, '');
  return kind === 'person' ? person(text, words) : firm(text, words);
}

function person(name: string, words: Words): ComparableName {
  const normalised = normaliseName(reorderPersonName(name));
  const script = scriptOf(normalised);
  const parts = normalised.split(' ').filter((part, n, all) => part !== all[n - 1]);
  const named = parts.filter((part) => !titles.has(part));
  const kept = named.length > 0 ? named : parts;
  const latin = kept
    .map((part) => letters(transliterate(part)))
    .filter((part) => part && !NAMELESS.test(part));
  const make = (part: string): Word => words.of(part, 'person');
  return {
    ...{ kind: 'person', script, words: latin.map(make), forms: [], bare: named.length === 0 },
    own: ownWords(kept, script).map(make),
    joined: latin.join(''),
  };
}

function firm(name: string, words: Words): ComparableName {
  const all = firmWords(name);
  const script = scriptOf(all.join(' '));
  const forms = all.filter((word) => legalForms.has(word));
  const named = all.filter((word) => !legalForms.has(word));
  const kept = named.length > 0 ? named : all;
  const latin = withDigits(kept.map(transliterate)).filter((part) => part && !NAMELESS.test(part));
  const make = (part: string): Word => words.of(part, 'entity');
  return {
    ...{ kind: 'entity', script, words: latin.map(make), forms, bare: named.length === 0 },
    own: ownWords(kept, script).map(make),
    joined: latin.join(''),
  };
}

/** Each syllable of a Chinese or Korean name is a word of its own meaning: one that differs is another name. */
function ownWords(parts: readonly string[], script: Script): string[] {
  if (script === 'Han' || script === 'Hangul') return [...parts.join('')];
  return script === 'Latin' || script === 'mixed' || script === 'Cyrillic' ? [] : [...parts];
}

/** The words of two names in which they can be compared: of the script both are in, else in Latin. */
export function commonWords(
  a: ComparableName,
  b: ComparableName,
): readonly [readonly Word[], readonly Word[]] {
  return a.script === b.script && a.own.length > 0 && b.own.length > 0 ? [a.own, b.own] : [a.words, b.words];
}

/** Digits within a person's name stand for the letters they look like: `I9or Sech1n`. */
const LOOKS: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b', 9: 'g' };

function letters(word: string): string {
  return /\p{L}/u.test(word) ? word.replace(/\d/g, (digit) => LOOKS[digit] ?? digit) : word;
}
