import { localDaysBetween } from './calendar.js';

/** One delivered lot or order line. Instants; the delivery window is judged by local days. */
export interface DeliveryLine {
  readonly ordered: number;
  readonly delivered: number;
  /** First day of the window; any earlier day will do when absent. */
  readonly notBefore?: string;
  /** Last day of the window. */
  readonly dueAt: string;
  readonly deliveredAt?: string;
  /** Accepted in the end, be it after rework. */
  readonly accepted: boolean;
}

const FULL_PERCENT = 97;

/** Local days after the end of the window; 0 when in time, nothing when not delivered. */
export const daysLate = (line: DeliveryLine): number | undefined =>
  line.deliveredAt === undefined ? undefined : Math.max(0, localDaysBetween(line.dueAt, line.deliveredAt));

export const isOnTime = (line: DeliveryLine): boolean =>
  daysLate(line) === 0 &&
  (line.notBefore === undefined || localDaysBetween(line.notBefore, line.deliveredAt ?? line.notBefore) >= 0);

/** At least 97 % of what was ordered. */
export const isInFull = (line: DeliveryLine): boolean => line.delivered * 100 >= line.ordered * FULL_PERCENT;

/**
 * On time in full (domain paper 5): lines delivered in the window, with at least 97 % of the quantity, and accepted, as
 * a share of all lines, 0 to 1. Without lines there is no share.
 */
export function otif(lines: readonly DeliveryLine[]): number | undefined {
  if (lines.length === 0) return undefined;
  return lines.filter((line) => isOnTime(line) && isInFull(line) && line.accepted).length / lines.length;
}

/** Defects per unit inspected; nothing when nothing was inspected. */
export const defectRate = (defects: number, inspected: number): number | undefined =>
  inspected > 0 ? defects / inspected : undefined;

const Z_95 = 1.959963984540054;

/**
 * 95 % interval of a share by Wilson's score (1927): honest for small samples, where a bare share or PPM is not.
 * @param defective units, at most `inspected`
 * @throws RangeError unless 0 <= defective <= inspected and inspected > 0
 */
export function wilson95(
  defective: number,
  inspected: number,
): { readonly low: number; readonly high: number } {
  if (!(inspected > 0 && defective >= 0 && defective <= inspected)) {
    throw new RangeError(`no share: ${defective} of ${inspected}`);
  }
  const share = defective / inspected;
  const z2 = Z_95 ** 2 / inspected;
  const centre = share + z2 / 2;
  const spread = Z_95 * Math.sqrt((share * (1 - share)) / inspected + z2 / (4 * inspected));
  const low = defective === 0 ? 0 : (centre - spread) / (1 + z2);
  const high = defective === inspected ? 1 : (centre + spread) / (1 + z2);
  return { low, high };
}

/** Defective units per million delivered or inspected; show it with its interval when the sample is small. */
export const ppm = (defective: number, units: number): number | undefined =>
  units > 0 ? (defective / units) * 1_000_000 : undefined;

/** Local days from the supplier's confirmation to the receipt. */
export const leadTimeDays = (confirmedAt: string, receivedAt: string): number =>
  localDaysBetween(confirmedAt, receivedAt);

/** Lots accepted at their first inspection, as a share of all, 0 to 1. */
export const firstPassYield = (
  lots: readonly { readonly accepted: boolean; readonly reworked: boolean }[],
): number | undefined =>
  lots.length === 0 ? undefined : lots.filter((lot) => lot.accepted && !lot.reworked).length / lots.length;
