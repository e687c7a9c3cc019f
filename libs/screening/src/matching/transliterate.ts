import { khmerToLatin } from './khmer-latin.js';

/**
 * Letters of other scripts in Latin, one by one: simplified from ISO 9 (Cyrillic), ISO 843 (Greek), ISO 9985
 * (Armenian), ISO 9984 (Georgian), ISO 233 (Arabic), ISO 259 (Hebrew), Hepburn (katakana), without their accents;
 * Khmer has its own rules. It need not be read, only be near how the same name is spelt in Latin.
 */
const TABLES: readonly string[] = [
  'а a б b в v г g ґ g д d е e ё e є e ж zh з z и i і i ї i й y к k л l м m н n о o п p р r с s т t у u ў u ф f х kh',
  'ц ts ч ch ш sh щ shch ъ _ ы y ь _ э e ю yu я ya ђ dj ј j љ lj њ nj ћ c џ dz қ q ғ g ң ng ө o ұ u ү u һ h ә a',
  'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o',
  'ա a բ b գ g դ d ե e զ z է e ը e թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n շ sh ո o չ ch',
  'պ p ջ j ռ r ս s վ v տ t ր r ց ts ւ v փ p ք k օ o ֆ f և ev',
  'ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q შ sh ჩ ch',
  'ც ts ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h',
  'ا a أ a إ i آ a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع _ غ gh ف f ق q ك k',
  'ک k گ g چ ch پ p ژ zh ل l م m ن n ه h ة a و u ي i ی i ى a ئ _ ؤ u ء _',
  'א a ב b ג g ד d ה h ו u ז z ח h ט t י i כ k ך k ל l מ m ם m נ n ן n ס s ע _ פ p ף p צ ts ץ ts ק k ר r ש sh ת t',
  'ア a イ i ウ u エ e オ o カ ka キ ki ク ku ケ ke コ ko サ sa シ shi ス su セ se ソ so タ ta チ chi ツ tsu テ te ト to',
  'ナ na ニ ni ヌ nu ネ ne ノ no ハ ha ヒ hi フ fu ヘ he ホ ho マ ma ミ mi ム mu メ me モ mo ヤ ya ユ yu ヨ yo',
  'ラ ra リ ri ル ru レ re ロ ro ワ wa ヲ o ン n ガ ga ギ gi グ gu ゲ ge ゴ go ザ za ジ ji ズ zu ゼ ze ゾ zo ダ da',
  'ヂ ji ヅ zu デ de ド do バ ba ビ bi ブ bu ベ be ボ bo パ pa ピ pi プ pu ペ pe ポ po ヴ vu ッ _ ー _',
];

const LATIN = new Map<string, string>();
for (const table of TABLES) {
  const cells = table.split(' ');
  for (let i = 0; i < cells.length; i += 2) LATIN.set(cells[i] ?? '', (cells[i + 1] ?? '').replace('_', ''));
}

const HANGUL_FIRST = 0xac00;
const HANGUL_LAST = 0xd7a3;
/** Revised Romanization of Korean (2000): initials, vowels and finals in the order of Unicode's syllables. */
const INITIALS = 'g kk n d tt r m b pp s ss _ j jj ch k t p h'.split(' ');
const VOWELS = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const FINALS = '_ k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ');

function latinOf(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  if (code < HANGUL_FIRST || code > HANGUL_LAST) return LATIN.get(letter) ?? letter;
  const place = code - HANGUL_FIRST;
  const parts = [
    INITIALS[Math.floor(place / 588)],
    VOWELS[Math.floor((place % 588) / 28)],
    FINALS[place % 28],
  ];
  return parts.join('').replaceAll('_', '');
}

/** A normalised name in Latin letters; Han characters and scripts without a table stay as they are. */
export function transliterate(normalised: string): string {
  return [...khmerToLatin(normalised)].map(latinOf).join('').replace(/ +/g, ' ').trim();
}

const SCRIPTS = ['Latin', 'Khmer', 'Han', 'Hangul', 'Arabic', 'Hebrew', 'Cyrillic'] as const;
/** The script a name is written in: `other` for one that is not told apart, `mixed` for letters of several. */
export type Script = (typeof SCRIPTS)[number] | 'other' | 'mixed';
const LETTERS = SCRIPTS.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const);
const OTHER = new RegExp(`(?![${SCRIPTS.map((script) => `\\p{Script=${script}}`).join('')}])\\p{L}`, 'u');

export function scriptOf(normalised: string): Script {
  const found: Script[] = LETTERS.filter(([, letter]) => letter.test(normalised)).map(([script]) => script);
  if (OTHER.test(normalised)) found.push('other');
  return found.length > 1 ? 'mixed' : (found[0] ?? 'Latin');
}
