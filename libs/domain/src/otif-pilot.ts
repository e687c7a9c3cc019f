import { daysLate, isInFull, isOnTime, otif, type DeliveryLine } from './otif.js';

export interface PilotLotOutcome extends DeliveryLine {
  /** Sorted and inspected a second time. */
  readonly reworked: boolean;
  /** Critical defects found in any inspection of the lot. */
  readonly criticalDefects: number;
}

export type PilotReason =
  | 'no-lots'
  | 'lot-not-accepted'
  | 'critical-defects'
  | 'documents-wrong'
  | 'more-than-one-rework'
  | 'late-over-3-days'
  | 'early'
  | 'short-quantity'
  | 'one-rework'
  | 'late-up-to-3-days';

export interface PilotResult {
  readonly result: 'pass' | 'conditional' | 'fail';
  /** What kept it from passing; empty for a pass. */
  readonly reasons: readonly PilotReason[];
  /** 0 to 1; absent without lots. */
  readonly otif?: number;
}

const OTIF_PERCENT = 90;
const TOLERATED_DAYS_LATE = 3;
const CONDITIONAL: readonly PilotReason[] = ['one-rework', 'late-up-to-3-days'];

/** What spoiled on-time-in-full, asked only when its share is below 90 %. */
const deliveryReasons = (lots: readonly PilotLotOutcome[]): readonly PilotReason[] => {
  const late = Math.max(...lots.map((lot) => daysLate(lot) ?? 0));
  return [
    ...(late > TOLERATED_DAYS_LATE ? ['late-over-3-days' as const] : []),
    ...(late > 0 && late <= TOLERATED_DAYS_LATE ? ['late-up-to-3-days' as const] : []),
    ...(lots.some((lot) => daysLate(lot) === 0 && !isOnTime(lot)) ? ['early' as const] : []),
    ...(lots.some((lot) => !isInFull(lot)) ? ['short-quantity' as const] : []),
  ];
};

/**
 * Result of a pilot order (domain paper 5). It passes when all lots were accepted without rework, on time in full is at
 * least 90 %, no critical defect was found and the documents are right. One reworked lot, or a delay of at most three
 * days, makes it conditional. Anything else fails.
 */
export function pilotResult(input: {
  readonly lots: readonly PilotLotOutcome[];
  readonly documentsRight: boolean;
}): PilotResult {
  const { lots } = input;
  const share = otif(lots);
  if (share === undefined) return { result: 'fail', reasons: ['no-lots'] };
  const reworked = lots.filter((lot) => lot.reworked).length;
  const reasons: PilotReason[] = [
    ...(lots.every((lot) => lot.accepted) ? [] : ['lot-not-accepted' as const]),
    ...(lots.some((lot) => lot.criticalDefects > 0) ? ['critical-defects' as const] : []),
    ...(input.documentsRight ? [] : ['documents-wrong' as const]),
    ...(reworked > 1 ? ['more-than-one-rework' as const] : []),
    ...(reworked === 1 ? ['one-rework' as const] : []),
    ...(share * 100 >= OTIF_PERCENT ? [] : deliveryReasons(lots)),
  ];
  const conditional = reasons.every((reason) => CONDITIONAL.includes(reason));
  const result = reasons.length === 0 ? 'pass' : conditional ? 'conditional' : 'fail';
  return { result, reasons, otif: share };
}
