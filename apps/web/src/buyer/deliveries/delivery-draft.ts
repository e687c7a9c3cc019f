import type { DeliveryRecord } from '#client';

/** A delivery that is being written down. */
export interface DeliveryDraft {
  /** The buyer's own number of it. */
  readonly number: string;
  readonly dueOn?: string;
  readonly deliveredOn?: string;
  readonly ordered?: number;
  readonly delivered?: number;
  readonly inspected?: number;
  readonly defective?: number;
  readonly valueUsd?: number;
  readonly accepted?: boolean;
  readonly answeredInTime?: boolean;
  readonly priceKept?: boolean;
}
export type DeliveryField = keyof DeliveryDraft;
export const NEW_DELIVERY: DeliveryDraft = { number: '' };

const NUMBER = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/;
const isCount = (value: number | undefined, least: number): value is number =>
  value !== undefined && Number.isInteger(value) && value >= least;

/**
 * What is missing or wrong before it can be sent; only its value may be left out.
 * @param today a local date
 */
export function deliveryGaps(draft: DeliveryDraft, today: string): readonly DeliveryField[] {
  const { number, dueOn, deliveredOn, ordered, delivered, inspected, defective, valueUsd } = draft;
  const wrong: Readonly<Record<DeliveryField, boolean>> = {
    number: !NUMBER.test(number),
    dueOn: dueOn === undefined,
    deliveredOn: deliveredOn === undefined || deliveredOn > today,
    ordered: !isCount(ordered, 1),
    delivered: !isCount(delivered, 0),
    inspected: !isCount(inspected, 0),
    defective: !isCount(defective, 0) || defective > (inspected ?? 0),
    valueUsd: valueUsd !== undefined && valueUsd < 0,
    accepted: draft.accepted === undefined,
    answeredInTime: draft.answeredInTime === undefined,
    priceKept: draft.priceKept === undefined,
  };
  return (Object.keys(wrong) as DeliveryField[]).filter((field) => wrong[field]);
}

/** As the API takes it; undefined while something is missing. */
export function recordOf(draft: DeliveryDraft, today: string): DeliveryRecord | undefined {
  if (deliveryGaps(draft, today).length > 0) return undefined;
  // Its number is in its address.
  const { dueOn, deliveredOn, ordered, delivered, accepted, inspected, defective } = draft;
  const { answeredInTime, priceKept, valueUsd } = draft;
  return {
    ...{ dueOn, deliveredOn, ordered, delivered, accepted, inspected, defective, answeredInTime, priceKept },
    ...(valueUsd !== undefined && { valueUsd }),
  } as DeliveryRecord;
}
