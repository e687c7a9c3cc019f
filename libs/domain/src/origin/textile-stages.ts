/**
 * The stage of a textile material by its HS 2022 heading: yarn, fabric or made-up article. Source: HS 2022, section XI
 * (chapters 50 to 63). Sewing thread is yarn; lace, labels and other trimmings of chapter 58 are fabric.
 */
const FABRIC_HEADINGS: readonly (readonly [number, number])[] = [
  [5007, 5007],
  [5111, 5113],
  [5208, 5212],
  [5309, 5311],
  [5407, 5408],
  [5512, 5516],
  [5602, 5603],
  [5801, 5811],
  [5901, 5911],
  [6001, 6006],
];
const YARN_HEADINGS: readonly (readonly [number, number])[] = [
  [5004, 5006],
  [5106, 5110],
  [5204, 5207],
  [5306, 5308],
  [5401, 5406],
  [5508, 5511],
  [5604, 5606],
];
const within = (hs: string, ranges: readonly (readonly [number, number])[]): boolean => {
  const heading = Number(hs.slice(0, 4));
  return ranges.some(([first, last]) => heading >= first && heading <= last);
};

export const isYarn = (hs: string): boolean => within(hs, YARN_HEADINGS);
export const isFabric = (hs: string): boolean => within(hs, FABRIC_HEADINGS);
export const isMadeUp = (hs: string): boolean => within(hs, [[6101, 6310]]);
