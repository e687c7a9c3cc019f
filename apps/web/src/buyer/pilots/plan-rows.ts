import type { LotPlanView } from '#client';

export const DEFECT_CLASSES = ['critical', 'major', 'minor'] as const;
export type DefectClass = (typeof DEFECT_CLASSES)[number];
export type Found = Readonly<Record<DefectClass, number>>;

/** One class of defects of a lot's plan. */
export interface PlanRow {
  readonly name: DefectClass;
  /** Undefined for critical defects, which have no AQL: none is accepted. */
  readonly aql?: string;
  /** Units that are looked at for it. */
  readonly inspect: number;
  /** Accepted up to so many. */
  readonly ac: number;
  /** Rejected from so many on. */
  readonly re: number;
  readonly found?: number;
}

/** The plan of a lot by class, with what was found where somebody counted. */
export const planRows = (plan: LotPlanView, found?: Found | null): readonly PlanRow[] =>
  DEFECT_CLASSES.map((name) => {
    const counted = found ? { found: found[name] } : {};
    if (name === 'critical') return { name, inspect: plan.inspect, ac: 0, re: 1, ...counted };
    const { aql, inspect, ac, re } = plan[name];
    return { name, aql, inspect, ac, re, ...counted };
  });

/** Whether a class is within its limit; undefined where nobody counted. */
export const isWithin = ({ found, re }: PlanRow): boolean | undefined =>
  found === undefined ? undefined : found < re;
