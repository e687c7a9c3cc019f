/** A word that places an address in the Xinjiang Uyghur Autonomous Region. */
export interface XinjiangPlace {
  readonly code: string;
  /** Lower case, as words with single blanks; Chinese characters as they are. */
  readonly keyword: string;
  /** It means the region wherever it stands; others do so in China only. */
  readonly certain: boolean;
}
const region = (keyword: string): XinjiangPlace => ({ code: 'xinjiang', keyword, certain: true });
const city = (keyword: string, code = keyword.replaceAll(' ', '-')): XinjiangPlace => ({
  code,
  keyword,
  certain: false,
});

/**
 * The region, its prefectures and larger cities, in the spellings that papers use. Source: administrative divisions of
 * the People's Republic of China, prefecture level, as of 2026-01-01; domain section 4, row 6 asks for them.
 */
export const XINJIANG_PLACES: readonly XinjiangPlace[] = [
  ...['xinjiang', 'sinkiang', 'xuar', 'uyghur', 'uighur', 'uygur', '新疆'].map(region),
  ...['urumqi', 'karamay', 'turpan', 'aksu', 'korla', 'shihezi', 'changji', 'artux', 'tacheng', 'altay'].map(
    (c) => city(c),
  ),
  ...['bayingolin', 'bayingol', 'bortala', 'kizilsu', 'tumxuk', 'wujiaqu', 'aral', 'beitun', 'huyanghe'].map(
    (c) => city(c),
  ),
  ...['kashgar', 'kashi', '喀什'].map((c) => city(c, 'kashgar')),
  ...['hotan', 'hetian', 'khotan', '和田'].map((c) => city(c, 'hotan')),
  ...['hami', 'kumul'].map((c) => city(c, 'hami')),
  ...['ili', 'yili', 'yining', 'ghulja', '伊犁'].map((c) => city(c, 'ili')),
  city('乌鲁木齐', 'urumqi'),
];
