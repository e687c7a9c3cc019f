import type { ChangeDemand, DemandView, StateDemand } from '#client';
import { areHsCodes } from '../one-page/scope.js';

/** A demand that is being written. */
export interface DemandDraft {
  readonly category?: StateDemand['category'];
  readonly hsLines: readonly string[];
  readonly endMarkets: readonly string[];
  readonly monthlyQuantity?: number;
  readonly unit: StateDemand['unit'];
  readonly provinces: readonly string[];
  readonly priceUsd?: number;
}
export type DemandField = 'category' | 'hsLines' | 'monthlyQuantity' | 'priceUsd';

export const NEW_DEMAND: DemandDraft = { hsLines: [], endMarkets: [], unit: 'pieces', provinces: [] };

export const draftOf = (demand: DemandView): DemandDraft => ({
  ...{ category: demand.category as StateDemand['category'], unit: demand.unit as StateDemand['unit'] },
  ...{ hsLines: demand.hsLines, endMarkets: demand.endMarkets, provinces: demand.provinces },
  monthlyQuantity: demand.monthlyQuantity,
  ...(demand.priceUsd !== null && { priceUsd: demand.priceUsd }),
});

/** What is missing or wrong before it can be put on the board. */
export function demandGaps({
  category,
  hsLines,
  monthlyQuantity,
  priceUsd,
}: DemandDraft): readonly DemandField[] {
  const wrong: Readonly<Record<DemandField, boolean>> = {
    category: category === undefined,
    hsLines: !areHsCodes(hsLines),
    monthlyQuantity: monthlyQuantity === undefined || monthlyQuantity <= 0,
    priceUsd: priceUsd !== undefined && priceUsd <= 0,
  };
  return (Object.keys(wrong) as DemandField[]).filter((field) => wrong[field]);
}

const lists = ({ hsLines, endMarkets, provinces, unit, monthlyQuantity = 0, priceUsd }: DemandDraft) => ({
  ...{ hsLines: [...hsLines], endMarkets: [...endMarkets], unit, monthlyQuantity },
  provinces: [...provinces] as StateDemand['provinces'],
  ...(priceUsd !== undefined && { priceUsd }),
});
/** As the API takes a new one. @returns undefined while something is missing */
export const statedDemand = (draft: DemandDraft): StateDemand | undefined =>
  draft.category && demandGaps(draft).length === 0
    ? { category: draft.category, ...lists(draft) }
    : undefined;
/** As the API takes a change: its category stays. */
export const changedDemand = (draft: DemandDraft): ChangeDemand => lists(draft);
