import type { ApprovalScope } from '#client';

/** A scope that is being written. */
export type ScopeDraft = Partial<Omit<ApprovalScope, 'validUntil'>> & { readonly validUntil?: string };
export type ScopeField =
  'maxUsdPerMonth' | 'maxUnitsPerMonth' | 'endMarkets' | 'hsLines' | 'tier' | 'validUntil';

const HS = /^\d{4}(?:\.?\d{2}(?:\.?\d{2})?)?$/;
export const areHsCodes = (codes: readonly string[]): boolean => codes.every((code) => HS.test(code));
const isFrom = (least: number, value: number | undefined): boolean => value !== undefined && value >= least;

/**
 * What is missing or wrong in a scope before it can be sent.
 * @param today a local date
 */
export function scopeGaps(draft: ScopeDraft, today: string): readonly ScopeField[] {
  const { maxUsdPerMonth, maxUnitsPerMonth, endMarkets = [], hsLines = [], tier, validUntil } = draft;
  const wrong: Readonly<Record<ScopeField, boolean>> = {
    maxUsdPerMonth: !isFrom(0.01, maxUsdPerMonth),
    maxUnitsPerMonth: !isFrom(1, maxUnitsPerMonth) || !Number.isInteger(maxUnitsPerMonth),
    endMarkets: endMarkets.length === 0,
    hsLines: !areHsCodes(hsLines),
    tier: tier === undefined,
    validUntil: validUntil === undefined || validUntil <= today,
  };
  return (Object.keys(wrong) as ScopeField[]).filter((field) => wrong[field]);
}

/** A scope as the API takes it: what a buyer may leave empty is there all the same. */
export const wholeScope = (draft: ScopeDraft): ScopeDraft => ({ hsLines: [], conditions: [], ...draft });
