import { finding, inTwelveMonths, resultOf, type Finding } from './findings.js';
import type { Explanation, RuleResult } from './result.js';
import { XINJIANG_PLACES } from '../reference/xinjiang-places.js';

/** Who a firm buys material from. Names and addresses are for comparing, and travel no further. */
export interface MaterialSupplier {
  /** A code of this entry; never a name. */
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1, two capitals. */
  readonly country?: string;
  readonly address?: string;
}
const words = (text: string): string =>
  ` ${text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')} `;

/** The place in Xinjiang that an address names: some names are certain, others mean it in China only. */
export function xinjiangPlace(address: string, country?: string): string | undefined {
  const text = words(address);
  return XINJIANG_PLACES.find(
    ({ keyword, certain }) =>
      (certain || country === 'CN' || text.includes(' china ')) &&
      (/\p{Script=Han}/u.test(keyword) ? address.includes(keyword) : text.includes(` ${keyword} `)),
  )?.code;
}

const placeFinding = (subject: string, address?: string, country?: string): readonly Finding[] => {
  const place = address === undefined ? undefined : xinjiangPlace(address, country);
  return place === undefined ? [] : [finding('POTENTIAL', 'region-keyword', { subject, place })];
};

/**
 * Uyghur Forced Labor Prevention Act (domain 4, row 6): the firm and those it buys material from are looked up on the
 * UFLPA entity list, and their addresses for places in Xinjiang. A machine never fails anybody for it. A firm that names
 * nobody it buys from, or a list that was not loaded, is a warning: nothing was looked up, so nothing passed.
 * @param input.hits explanations `list-hit`, one for each entry that may mean the firm or a supplier
 * @param input.listed whether the list is loaded
 */
export function checkForcedLabour(input: {
  readonly suppliers: readonly MaterialSupplier[];
  readonly firmAddress?: string | undefined;
  readonly hits: readonly Explanation[];
  readonly listed: boolean;
  readonly at: string;
}): RuleResult {
  const { suppliers, firmAddress, hits, listed, at } = input;
  return resultOf(
    [
      ...hits.map((explanation) => ({ verdict: 'POTENTIAL' as const, explanation })),
      ...placeFinding('firm', firmAddress),
      ...suppliers.flatMap(({ id, address, country }) => placeFinding(`material:${id}`, address, country)),
      ...(listed ? [] : [finding('WARN', 'uflpa-list-not-loaded')]),
      ...(suppliers.length > 0 ? [] : [finding('WARN', 'material-suppliers-missing')]),
    ],
    inTwelveMonths(at),
  );
}
