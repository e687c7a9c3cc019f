import { hsLineIn, type InputCategory } from '#domain';

/** Headings of HS 2022 that have a name in our words, `supplier.hs.<heading>`; others are typed. */
export const NAMED_HEADINGS: readonly string[] = [
  ...['2815', '2827', '2828', '2831', '2833', '2836', '2847', '2905', '2915'],
  ...['3202', '3204', '3206', '3208', '3209', '3210', '3215', '3402', '3403', '3505', '3506', '3507', '3809'],
  ...['3901', '3903', '3904', '3905', '3906', '3907', '3909', '3910', '3919', '3920', '3921', '3923', '3926'],
  ...['4101', '4102', '4103', '4104', '4105', '4106', '4107', '4112', '4113', '4114', '4115'],
  ...['4415', '4804', '4808', '4811', '4819', '4821', '4823'],
  ...['5004', '5007', '5106', '5107', '5111', '5112', '5204', '5205', '5206', '5207', '5208', '5209', '5210'],
  ...['5211', '5212', '5306', '5309', '5310', '5401', '5402', '5403', '5407', '5408', '5508', '5509', '5510'],
  ...['5512', '5513', '5514', '5515', '5516', '5602', '5603', '5604', '5605', '5606'],
  ...[
    '5801',
    '5802',
    '5803',
    '5804',
    '5806',
    '5807',
    '5808',
    '5809',
    '5810',
    '5811',
    '5903',
    '5906',
    '5907',
    '5911',
  ],
  ...['6001', '6002', '6003', '6004', '6005', '6006', '6217', '6305', '6406'],
  ...['8301', '8302', '8308', '9606', '9607'],
];

export interface Heading {
  readonly code: string;
  readonly name: string;
}

/** Named headings of the goods of a category. */
export const headingsOf = (category: InputCategory, nameOf: (code: string) => string): readonly Heading[] =>
  NAMED_HEADINGS.filter((code) => hsLineIn(category, code)).map((code) => ({ code, name: nameOf(code) }));

const plain = (text: string): string =>
  text.toLocaleLowerCase().replaceAll('.', '').replaceAll(/\s+/g, ' ').trim();
const MOST_FOUND = 12;

/** Headings whose number begins so, or whose name has all these words in it; all of them when nothing was typed. */
export function headingsLike(headings: readonly Heading[], typed: string): readonly Heading[] {
  const words = plain(typed).split(' ').filter(Boolean);
  const fits = ({ code, name }: Heading): boolean =>
    words.every((word) => plain(name).includes(word) || code.startsWith(word.slice(0, 4)));
  return headings.filter(fits).slice(0, MOST_FOUND);
}
