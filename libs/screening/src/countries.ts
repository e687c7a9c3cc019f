/** Spellings of the lists that CLDR's English names do not have. */
const SPELLINGS: Readonly<Record<string, string>> = {
  'korea north': 'KP',
  'democratic peoples republic of korea': 'KP',
  'korea south': 'KR',
  'republic of korea': 'KR',
  turkey: 'TR',
  turkiye: 'TR',
  burma: 'MM',
  'hong kong': 'HK',
  macau: 'MO',
  macao: 'MO',
  'democratic republic of the congo': 'CD',
  'congo democratic republic of the': 'CD',
  'congo republic of the': 'CG',
  'syrian arab republic': 'SY',
  'iran islamic republic of': 'IR',
  'bosnia and herzegovina': 'BA',
  palestinian: 'PS',
  'west bank': 'PS',
  'region gaza': 'PS',
  'state of palestine': 'PS',
  'united kingdom of great britain and northern ireland': 'GB',
  'virgin islands british': 'VG',
  'russian federation': 'RU',
  'the gambia': 'GM',
  'bahamas the': 'BS',
  'united states of america': 'US',
  'trinidad and tobago': 'TT',
  'united republic of tanzania': 'TZ',
  'czech republic': 'CZ',
  'saint kitts and nevis': 'KN',
  'saint vincent and the grenadines': 'VC',
  'cote d ivoire': 'CI',
  'lao peoples democratic republic': 'LA',
  'viet nam': 'VN',
  'venezuela bolivarian republic of': 'VE',
  'bolivia plurinational state of': 'BO',
  'republic of moldova': 'MD',
};

const byName = new Map(Object.entries(SPELLINGS));

/** Every country and territory that CLDR names in English, by its folded name. */
function fromCldr(): Map<string, string> {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const found = new Map<string, string>();
  for (const first of letters) {
    for (const second of letters) {
      // Each country once, under the code in use: `BU` and `DD` are names of the past for MM and DE.
      const code = Intl.getCanonicalLocales(`und-${first}${second}`)[0]?.slice(-2) ?? '';
      const name = names.of(code);
      if (name && code !== 'ZZ') found.set(folded(name), code);
    }
  }
  return found;
}

function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^a-z]+/g, ' ')
    .trim();
}

for (const [name, code] of fromCldr()) if (!byName.has(name)) byName.set(name, code);

/**
 * The ISO 3166-1 alpha-2 code of a country as the lists write it (`Korea, North`, `Viet Nam`, `KH`); `undefined`
 * where the name says no country (`undetermined`), which then neither agrees nor disagrees with anything.
 */
export function countryCode(name: string): string | undefined {
  const text = name.trim();
  return /^[A-Z]{2}$/.test(text) ? text : byName.get(folded(text));
}

/** The known ones of `names`, each once, in order of the code. */
export function countryCodes(names: Iterable<string | undefined>): string[] {
  const codes = [...names].map((name) => (name ? countryCode(name) : undefined));
  return [...new Set(codes.filter((code) => code !== undefined))].sort();
}
