/**
 * Khmer in Latin letters, near how Cambodians spell their own names: consonants and vowels after UNGEGN (1972, as
 * amended), whose vowels depend on the series of the consonant before them, without its accents.
 */
const FIRST_SERIES = 'ក k ខ kh ច ch ឆ chh ដ d ឋ th ណ n ត t ថ th ប b ផ ph ស s ហ h ឡ l អ _';
const SECOND_SERIES =
  'គ k ឃ kh ង ng ជ ch ឈ chh ញ nh ឌ d ឍ th ទ t ធ th ន n ព p ភ ph ម m យ y រ r ល l វ v ឥ e ឦ ei ឧ o ឩ ou ឪ ov ឫ roe ឭ lue ឯ ae ឱ ao';
/** Sign, as after the first series, as after the second. */
const VOWELS =
  'ា a ea ិ e i ី ei i ឹ oe ue ឺ eu eu ុ o u ូ ou u ួ uo uo ើ aeu eu ឿ oea oea ៀ ie ie េ e e ែ ae e ៃ ai ei ោ ao o ៅ au ov';

const pairs = (table: string): [string, string][] => {
  const cells = table.split(' ');
  return cells.flatMap((cell, i) => (i % 2 ? [] : [[cell, (cells[i + 1] ?? '').replace('_', '')]]));
};
const CONSONANTS = new Map<string, { latin: string; second: boolean }>([
  ...pairs(FIRST_SERIES).map(([letter, latin]) => [letter, { latin, second: false }] as const),
  ...pairs(SECOND_SERIES).map(([letter, latin]) => [letter, { latin, second: true }] as const),
]);
const SIGNS = new Map<string, readonly [string, string]>();
for (const cells = VOWELS.split(' '); cells.length > 0;) {
  const [sign = '', first = '', second = ''] = cells.splice(0, 3);
  SIGNS.set(sign, [first, second]);
}

const CLUSTER =
  /([\u1780-\u17b3])((?:\u17d2[\u1780-\u17b3])*)([\u17b6-\u17d1\u17dd]*)(?=([\u1780-\u17b3])?)/gu;
const TO_FIRST = '\u17c9';
const TO_SECOND = '\u17ca';

function cluster(_all: string, base: string, below: string, marks: string, next?: string): string {
  const consonants = [base, ...below.replaceAll('\u17d2', '')].map((letter) => CONSONANTS.get(letter));
  const shifted = marks.includes(TO_FIRST) || marks.includes(TO_SECOND);
  const second = shifted ? marks.includes(TO_SECOND) : (consonants[0]?.second ?? false);
  const spelt = consonants.map((consonant) => consonant?.latin ?? '').join('');
  // Muusikatoan makes BO a plain P: this is how it is spelt in names.
  const onset = marks.includes(TO_FIRST) && base === 'ប' ? spelt.replace('b', 'p') : spelt;
  const vowels = [...marks].map((mark) => SIGNS.get(mark)?.[second ? 1 : 0] ?? '').join('');
  const nasal = marks.includes('\u17c6') ? 'm' : '';
  const inherent = second ? 'o' : 'a';
  const needed = !vowels && CONSONANTS.get(base)?.latin !== '' && (next !== undefined || nasal);
  return onset + (vowels || (needed || spelt === '' ? inherent : '')) + nasal;
}

/** Khmer words of a normalised text in Latin; everything else stays. */
export function khmerToLatin(text: string): string {
  return text.replace(CLUSTER, cluster).replace(/[\u1780-\u17ff]/gu, '');
}
