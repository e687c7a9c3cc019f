import type { LoadedList, ScreeningQuery } from '#screening';

/** What is looked up, and what it was made of: a listed name with one letter wrong (whose entry is then known), or nobody. */
export type Asked = { query: ScreeningQuery; made: 'listed' | 'person' | 'firm'; entry?: string };

const words = (text: string): string[] => text.split(' ');
const FAMILY = words(
  'Sok Chan Chea Heng Kim Ly Meas Nhem Oum Pich Prak Seng Sim Suon Tep Touch Ung Yim Keo Chhim Mao Nuon Hun Hor Som Lim',
);
const GIVEN = words(
  'Dara Sophea Vanna Sreymom Bopha Rithy Kosal Pisey Chenda Makara Samnang Veasna Narith Phalla Sovann Ratanak Sothea Visal',
);
const ADJECTIVES = words(
  'Golden Silver Mekong Angkor Lotus Star Sun Moon Dragon Phoenix Royal Grand Lucky Bright Green Blue River Perfect Smart',
);
const TRADES = words(
  'Textile Garment Weaving Dyeing Packaging Carton Zipper Button Label Printing Washing Knitting Yarn Leather Shoes',
);
const FORMS = [
  'Co., Ltd.',
  '(Cambodia) Co., Ltd.',
  'Industrial Co., Ltd.',
  'Enterprise Co., Ltd.',
  'International Co., Ltd.',
  'Manufacturing Corp.',
  'Trading Co., Ltd.',
];

/** Numbers from 0 to 1 in an order that the seed fixes (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * `count` names to look up, the same for the same seed and lists: a quarter listed names with one letter put in, taken
 * out or changed, a half invented people with Khmer names, a quarter invented firms.
 */
export function inventedNames(lists: readonly LoadedList[], count: number, seed: number): Asked[] {
  const next = numbers(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const parties = lists.flatMap(({ version, entries }) =>
    entries.flatMap(({ kind, entryId, names }) => {
      const strong = names.filter(({ quality }) => quality !== 'weak').map(({ name }) => name);
      return kind === 'person' || kind === 'entity'
        ? [{ kind, entry: `${version.list} ${entryId}`, names: strong }]
        : [];
    }),
  );
  const mistyped = (name: string): string => {
    const at = Math.floor(next() * name.length);
    const letter = String.fromCharCode(97 + Math.floor(next() * 26));
    return name.slice(0, at) + pick(['', letter, letter + (name[at] ?? '')]) + name.slice(at + 1);
  };
  return Array.from({ length: count }, (_, n): Asked => {
    if (n % 4 === 0) {
      const { kind, entry, names } = pick(parties);
      return { query: { name: mistyped(pick(names)), kind }, made: 'listed', entry };
    }
    if (n % 4 === 3) {
      const name = `${pick(ADJECTIVES)} ${pick(ADJECTIVES)} ${pick(TRADES)} ${pick(FORMS)}`;
      return { query: { name, kind: 'entity' }, made: 'firm' };
    }
    const more = next() < 0.25 ? ` ${pick(GIVEN)}` : '';
    return { query: { name: `${pick(FAMILY)} ${pick(GIVEN)}${more}`, kind: 'person' }, made: 'person' };
  });
}
