import type { CaseStateName } from './states.js';

/**
 * Whole years for which a case is kept after its end, with the people in it. Buyers who relied on it must be able to show
 * for five years what they did about their suppliers (Directive (EU) 2024/1760, article 5(4)). A case that its supplier
 * withdrew may have been relied on before, so it is no exception.
 */
export const RETENTION_YEARS = { EXPIRED: 5, REJECTED: 5, WITHDRAWN: 5 } as const satisfies Partial<
  Record<CaseStateName, number>
>;

export interface CaseToKeep {
  readonly at: CaseStateName;
  /** Whether it has come to its end, appeal window included. */
  readonly over: boolean;
  /** When its end was recorded: an instant of real time, not of case time. */
  readonly endedAt: string;
}

/** The instant until which the law or a claim may want this case; undefined while it has not ended at all. */
export function retainedUntil({ at, over, endedAt }: CaseToKeep): string | undefined {
  const years = (RETENTION_YEARS as Partial<Record<CaseStateName, number>>)[at];
  if (!over || years === undefined) return undefined;
  const end = new Date(endedAt);
  end.setUTCFullYear(end.getUTCFullYear() + years);
  return end.toISOString();
}

/** Why somebody's data is erased: codes, so that a record of an erasure never says anything of the person. */
export const ERASURE_REASONS = [
  'asked-by-the-person',
  'no-longer-needed',
  'should-not-have-been-recorded',
] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];
