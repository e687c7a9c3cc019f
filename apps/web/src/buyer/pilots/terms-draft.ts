import type { PilotTerms } from '#client';

/** A lot whose size may not be typed yet. */
export interface LotDraft {
  readonly lot: number;
  readonly size?: number;
}
/** Terms that are being written. */
export type TermsDraft = Partial<Omit<PilotTerms, 'lots' | 'deliveryBy'>> & {
  readonly lots?: readonly LotDraft[];
  readonly deliveryBy?: string;
};
export type TermsField = 'lots' | 'valueUsd' | 'deliveryBy' | 'incoterm' | 'tolerancePercent' | 'specVersion';

const VALUE_USD = { from: 500, to: 10_000 };
const MOST_LOTS = 10;
const isWhole = (value: number | undefined, from: number, to: number): value is number =>
  value !== undefined && Number.isInteger(value) && value >= from && value <= to;
export const isLotSize = (size: number | undefined): size is number => isWhole(size, 2, 500_000);

/**
 * What is missing or wrong in an order before it can be sent.
 * @param today a local date
 */
export function termsGaps(draft: TermsDraft, today: string): readonly TermsField[] {
  const { lots = [], valueUsd, deliveryBy, incoterm, tolerancePercent = 0, specVersion } = draft;
  const wrong: Readonly<Record<TermsField, boolean>> = {
    lots: lots.length === 0 || !lots.every(({ size }) => isLotSize(size)),
    valueUsd: valueUsd === undefined || valueUsd < VALUE_USD.from || valueUsd > VALUE_USD.to,
    deliveryBy: deliveryBy === undefined || deliveryBy <= today,
    incoterm: incoterm === undefined,
    tolerancePercent: tolerancePercent < 0 || tolerancePercent > 10,
    specVersion: specVersion !== undefined && !/^[A-Za-z0-9][A-Za-z0-9._:-]{0,59}$/.test(specVersion),
  };
  return (Object.keys(wrong) as TermsField[]).filter((field) => wrong[field]);
}

/** Lots numbered from 1 in the order in which they stand. */
const numbered = (sizes: readonly (number | undefined)[]): readonly LotDraft[] =>
  sizes.map((size, nth) => (size === undefined ? { lot: nth + 1 } : { lot: nth + 1, size }));

const sizesOf = (lots: readonly LotDraft[]) => lots.map(({ size }) => size);
export const withLot = (lots: readonly LotDraft[], nth: number, size: number | undefined) =>
  numbered(sizesOf(lots).map((one, at) => (at === nth ? size : one)));
export const withoutLot = (lots: readonly LotDraft[], nth: number) =>
  numbered(sizesOf(lots).filter((_, at) => at !== nth));
/** One lot more, as long as the order may have one. */
export const withOneMore = (lots: readonly LotDraft[]) =>
  lots.length < MOST_LOTS ? numbered([...sizesOf(lots), undefined]) : lots;

/** What the suggestion says, as terms; what was written beside it stays. */
export function suggestedTerms(
  suggestion: {
    readonly lots: readonly number[];
    readonly valueUsd?: { readonly suggested: number };
    readonly terms: { readonly tolerancePercent: number; readonly earlyDays: number };
  },
  unitPriceUsd: number | undefined,
): TermsDraft {
  const { lots, valueUsd, terms } = suggestion;
  return {
    lots: numbered(lots),
    ...(valueUsd && { valueUsd: Math.round(valueUsd.suggested * 100) / 100 }),
    ...(unitPriceUsd !== undefined && { unitPrice: unitPriceUsd, currency: 'USD' as const }),
    ...{ tolerancePercent: terms.tolerancePercent, earlyDays: terms.earlyDays },
  };
}
