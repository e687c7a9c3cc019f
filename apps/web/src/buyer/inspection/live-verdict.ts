import type { LotPlanView } from '#client';
import { judgeLot, type LotPlan, type LotRejection, type OtherCheck } from '#domain';
import type { Found } from '../pilots/plan-rows.js';

export const OTHER_CHECKS: readonly OtherCheck[] = ['measurements', 'labelling', 'packing'];

/** What an inspector wrote down so far. */
export interface InspectionDraft {
  readonly inspected: number;
  readonly found: Found;
  readonly otherChecks: Readonly<Partial<Record<OtherCheck, boolean>>>;
  /** Units with at least one defect. */
  readonly defectiveUnits?: number;
}
export const NOTHING_YET: InspectionDraft = {
  inspected: 0,
  found: { critical: 0, major: 0, minor: 0 },
  otherChecks: {},
  defectiveUnits: 0,
};

export interface LiveVerdict {
  /** `open`: nothing speaks against the lot so far, and something is still to be looked at. */
  readonly is: 'accepted' | 'rejected' | 'open';
  readonly reasons: readonly LotRejection[];
  /** Units that are still to be looked at. */
  readonly left: number;
  readonly checksLeft: readonly OtherCheck[];
}

/** Units of a lot that have to be looked at: the sample of each class, or all when there are no more. */
export const sampleOf = (plan: LotPlanView, lotSize: number): number =>
  Math.min(Math.max(plan.major.n, plan.minor.n), lotSize);

/**
 * How the lot stands by what was found so far. What was found beyond a limit rejects it whatever comes, though the plan wants the
 * whole sample looked at before anybody judges.
 * @param lotSize units delivered
 */
export function liveVerdict(draft: InspectionDraft, plan: LotPlanView, lotSize: number): LiveVerdict {
  const sample = sampleOf(plan, lotSize);
  const left = Math.max(0, sample - draft.inspected);
  const checksLeft = OTHER_CHECKS.filter((check) => draft.otherChecks[check] === undefined);
  // As if the rest were good: what speaks against it then, does so for ever.
  const judged = judgeLot({
    inspected: Math.max(sample, draft.inspected),
    found: draft.found,
    otherChecks: { measurements: true, labelling: true, packing: true, ...draft.otherChecks },
    plan: plan as unknown as LotPlan,
    lotSize,
  });
  if (judged.verdict === 'rejected') return { is: 'rejected', reasons: judged.reasons, left, checksLeft };
  return { is: left === 0 && checksLeft.length === 0 ? 'accepted' : 'open', reasons: [], left, checksLeft };
}

/** Whether it can be sent: somebody looked at a unit, and at the rest of the lot. */
export const isWhole = ({ inspected, otherChecks }: InspectionDraft): boolean =>
  inspected > 0 && OTHER_CHECKS.every((check) => otherChecks[check] !== undefined);

/** One defect more, or less, of a class. */
export function counted(draft: InspectionDraft, name: keyof Found, by: 1 | -1): InspectionDraft {
  return { ...draft, found: { ...draft.found, [name]: Math.max(0, draft.found[name] + by) } };
}

/** The unit is done, with or without a defect. */
export const nextUnit = (draft: InspectionDraft, hadDefect: boolean): InspectionDraft => ({
  ...draft,
  inspected: draft.inspected + 1,
  defectiveUnits: (draft.defectiveUnits ?? 0) + (hadDefect ? 1 : 0),
});
