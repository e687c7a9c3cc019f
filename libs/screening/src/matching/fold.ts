/**
 * Spellings of the same sound, folded to one: the Khmer to Latin variants of domain section 4.3.4 (there is no single
 * romanisation: UNGEGN, ALA-LC, French, passport habits), and letters that Arabic, Persian, Korean, Slavic and German
 * names share in transliteration. In order: a later rule sees what an earlier one made.
 */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/chh/g, 'ch'],
  [/sch|sh|s(?=h)/g, 's'],
  [/tch|tsch/g, 'ch'],
  [/zh|dj|dzh/g, 'j'],
  [/tz|ts/g, 'ts'],
  [/ph|f/g, 'p'],
  [/th/g, 't'],
  [/kh|ck|gh|q|c(?!h)/g, 'k'],
  [/dh/g, 'd'],
  [/bh/g, 'b'],
  [/w/g, 'v'],
  [/^x/g, 's'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/oo|ou/g, 'u'],
  [/ee/g, 'i'],
  [/ei|ey|ay|ai/g, 'ei'],
  [/ea/g, 'ia'],
  [/oeu|oe/g, 'eu'],
  [/y/g, 'i'],
  [/(.)\1+/g, '$1'],
];

/** The word as it sounds in Latin letters; words in other scripts stay. A final h, s or r is hardly heard in Khmer. */
export function fold(word: string): string {
  const sounds = SOUNDS.reduce((text, [from, to]) => text.replace(from, to), word);
  return sounds.length > 3 ? sounds.replace(/[hsr]$/, '') : sounds;
}

/** The folded word without vowels and h but its first letter: what is left when vowels are written in many ways. */
export function skeleton(folded: string): string {
  return folded.slice(0, 1) + folded.slice(1).replace(/[aeiouh]/g, '');
}
