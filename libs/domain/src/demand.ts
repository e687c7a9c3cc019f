import type { Grade } from './case-state.js';
import type { InputCategory } from './reference/input-categories.js';

/** An input that a buyer wants from nearer by: what it imports today and would rather buy here (domain 1, 7). */
export interface Demand {
  readonly category: InputCategory;
  /** HS codes of 4, 6 or 8 digits; none: anything of the category. */
  readonly hsLines: readonly string[];
  /** Where the buyer's goods go. */
  readonly endMarkets: readonly string[];
  /** Wanted in a month, in the unit. */
  readonly monthlyQuantity: number;
  readonly unit: string;
  /** Where the buyer would have it come from; none: anywhere. */
  readonly provinces: readonly string[];
}

/** What a supplier that waits for a buyer says of itself, and how it was graded. */
export interface Candidate {
  readonly category: InputCategory;
  readonly hsLines: readonly string[];
  readonly endMarkets: readonly string[];
  readonly monthlyCapacity?: number;
  readonly capacityUnit?: string;
  readonly province?: string;
  readonly grade?: Grade;
}

export type MatchReason =
  'hs-line' | 'hs-heading' | 'end-markets' | 'capacity' | 'capacity-in-part' | 'province' | 'grade';
export interface Match {
  /** 0 to 100: the more, the better they fit. */
  readonly rank: number;
  readonly reasons: readonly MatchReason[];
}

const digits = (line: string): string => line.replaceAll('.', '');
const sameLine = (a: string, b: string): boolean =>
  digits(a).startsWith(digits(b)) || digits(b).startsWith(digits(a));
const sameHeading = (a: string, b: string): boolean => digits(a).slice(0, 4) === digits(b).slice(0, 4);
const some = (
  a: readonly string[],
  b: readonly string[],
  alike: (x: string, y: string) => boolean,
): boolean => a.some((x) => b.some((y) => alike(x, y)));

/** Points by reason; our own proposal, 100 in all. A heading and a part of the quantity count half. */
const POINTS: Readonly<Record<MatchReason, number>> = {
  'hs-line': 40,
  'hs-heading': 20,
  capacity: 25,
  'capacity-in-part': 12,
  'end-markets': 15,
  province: 10,
  grade: 10,
};

/**
 * How well a waiting supplier meets a stated demand.
 * @returns nothing when it does not at all: another category, or goods of other headings
 */
export function matchDemand(demand: Demand, candidate: Candidate): Match | undefined {
  if (demand.category !== candidate.category) return undefined;
  const { hsLines, monthlyCapacity = 0, capacityUnit, province = '', grade = 'D' } = candidate;
  const anyLine = demand.hsLines.length === 0 || hsLines.length === 0;
  const line = some(demand.hsLines, hsLines, sameLine);
  const heading = some(demand.hsLines, hsLines, sameHeading);
  if (!anyLine && !line && !heading) return undefined;
  const sameUnit = capacityUnit === demand.unit;
  const enough = sameUnit && monthlyCapacity >= demand.monthlyQuantity;
  const holds: Readonly<Record<MatchReason, boolean>> = {
    'hs-line': line,
    'hs-heading': !line && heading,
    'end-markets': demand.endMarkets.every((market) => candidate.endMarkets.includes(market)),
    capacity: enough,
    'capacity-in-part': !enough && sameUnit && monthlyCapacity > 0,
    province: demand.provinces.length === 0 || demand.provinces.includes(province),
    grade: grade === 'A' || grade === 'B',
  };
  const reasons = (Object.keys(holds) as MatchReason[]).filter((reason) => holds[reason]);
  return { rank: reasons.reduce((sum, reason) => sum + POINTS[reason], 0), reasons };
}
