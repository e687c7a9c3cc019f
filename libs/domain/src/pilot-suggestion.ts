/** What the size of a pilot order is suggested from; counts of the supplier's own unit. */
export interface PilotNeeds {
  /** Units the buyer expects to order a month in the first year. */
  readonly monthlyVolume?: number;
  readonly unitPriceUsd?: number;
  /** Units a month that the supplier declares to have free. */
  readonly freeCapacity?: number;
  /** Units a month that the supplier makes in all: the limit where it does not say what is free. */
  readonly monthlyCapacity?: number;
  readonly minimumOrder?: number;
}

export type SuggestionReason =
  | 'by-monthly-volume'
  | 'by-value'
  | 'raised-to-least-value'
  | 'lowered-to-greatest-value'
  | 'raised-to-minimum-order'
  | 'limited-by-free-capacity'
  | 'free-capacity-not-declared'
  | 'minimum-over-capacity'
  | 'minimum-over-greatest-value'
  | 'price-or-volume-missing'
  | 'two-lots-at-least'
  | 'one-lot-proves-little';

export interface PilotSuggestion {
  /** Absent when nothing can be suggested; the reasons say why. */
  readonly units?: { readonly from: number; readonly to: number; readonly suggested: number };
  readonly valueUsd?: { readonly from: number; readonly to: number; readonly suggested: number };
  /** Sizes of the suggested lots. */
  readonly lots: readonly number[];
  /** What an order usually says (domain 5, terms). */
  readonly terms: { readonly tolerancePercent: number; readonly earlyDays: number };
  readonly reasons: readonly SuggestionReason[];
}

/** Domain 5, sizing: a proposal of the programme. */
const VALUE_USD = { from: 500, to: 10_000 };
const SHARE_OF_VOLUME = { from: 0.05, to: 0.1 };
const SHARE_OF_CAPACITY = 0.3;
/** From this size on a lot has a sample of 20 and more (ISO 2859-1, level II): three of them are better than two. */
const GOOD_LOT = 91;
const LEAST_LOT = 2;

interface Range {
  readonly from: number;
  readonly to: number;
  readonly reasons: readonly SuggestionReason[];
}

/** By volume where it is known, else by value; a price holds both within 500 and 10,000 USD. */
function wanted({ monthlyVolume, unitPriceUsd }: PilotNeeds): Range | undefined {
  const byValue = unitPriceUsd && {
    from: Math.ceil(VALUE_USD.from / unitPriceUsd),
    to: Math.floor(VALUE_USD.to / unitPriceUsd),
  };
  if (monthlyVolume === undefined) return byValue ? { ...byValue, reasons: ['by-value'] } : undefined;
  const from = Math.ceil(monthlyVolume * SHARE_OF_VOLUME.from);
  const to = Math.floor(monthlyVolume * SHARE_OF_VOLUME.to);
  if (!byValue) return { from, to, reasons: ['by-monthly-volume'] };
  const within = (units: number): number => Math.min(Math.max(units, byValue.from), byValue.to);
  return {
    from: within(from),
    to: within(to),
    reasons: [
      'by-monthly-volume',
      ...(from < byValue.from ? ['raised-to-least-value' as const] : []),
      ...(to > byValue.to ? ['lowered-to-greatest-value' as const] : []),
    ],
  };
}

function withMinimum(range: Range, minimumOrder = 0): Range {
  if (minimumOrder <= range.from) return range;
  const from = Math.ceil(minimumOrder);
  const reasons = [...range.reasons, 'raised-to-minimum-order' as const];
  return { from, to: Math.max(range.to, from), reasons };
}

function withCapacity(range: Range, { freeCapacity, monthlyCapacity }: PilotNeeds): Range {
  const declared = freeCapacity ?? monthlyCapacity;
  const unknown = freeCapacity === undefined ? (['free-capacity-not-declared'] as const) : [];
  if (declared === undefined) return { ...range, reasons: [...range.reasons, ...unknown] };
  const most = Math.floor(declared * SHARE_OF_CAPACITY);
  const limited = range.to > most ? (['limited-by-free-capacity'] as const) : [];
  return {
    from: range.from,
    to: Math.min(range.to, most),
    reasons: [...range.reasons, ...unknown, ...limited],
  };
}

/** Two or three lots, as even as can be; one where there is too little for two. */
function lotsOf(units: number): readonly number[] {
  const count = units >= 3 * GOOD_LOT ? 3 : units >= 2 * LEAST_LOT ? 2 : 1;
  const size = Math.floor(units / count);
  return Array.from({ length: count }, (_, i) => size + (i < units - size * count ? 1 : 0));
}

/**
 * How large a pilot order should be (domain 5): 500 to 10,000 USD or 5 to 10 % of the monthly volume that is expected in
 * the first year, never above 30 % of the capacity that is free, in two or three lots. A suggestion: the terms are the
 * buyer's to write.
 */
export function pilotSuggestion(needs: PilotNeeds): PilotSuggestion {
  const terms = { tolerancePercent: 3, earlyDays: 2 };
  const range = wanted(needs);
  if (!range) return { lots: [], terms, reasons: ['price-or-volume-missing'] };
  const { from, to, reasons } = withCapacity(withMinimum(range, needs.minimumOrder), needs);
  if (from * (needs.unitPriceUsd ?? 0) > VALUE_USD.to)
    return { lots: [], terms, reasons: [...reasons, 'minimum-over-greatest-value'] };
  if (to < from || to < LEAST_LOT) return { lots: [], terms, reasons: [...reasons, 'minimum-over-capacity'] };
  const suggested = Math.round((from + to) / 2);
  const lots = lotsOf(suggested);
  const usd = (units: number): number => Math.round(units * (needs.unitPriceUsd ?? 0) * 100) / 100;
  return {
    units: { from, to, suggested },
    ...(needs.unitPriceUsd && { valueUsd: { from: usd(from), to: usd(to), suggested: usd(suggested) } }),
    lots,
    terms,
    reasons: [...reasons, lots.length > 1 ? 'two-lots-at-least' : 'one-lot-proves-little'],
  };
}
