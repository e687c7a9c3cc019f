import { addDays } from './calendar.js';
import { drawNumberOf } from './delta-audit.js';

/** One in twenty qualifications is visited without notice (domain 2.1, surveillance). */
export const UNANNOUNCED_SHARE = 0.05;
/** Not before this many days, and not in the last ones: there is a visit behind and a renewal before it. */
const QUIET_DAYS = { first: 60, last: 120 } as const;

/** Announced visits are `v1`, `v2` ..., the others `u1` ...: an id tells which it is, wherever it turns up. */
export const isUnannounced = (visit: string): boolean => visit.startsWith('u');

/** FNV-1a with a final avalanche: the same text gives the same number from 0 up to 1 on every machine. */
export function fractionOf(text: string): number {
  let hash = drawNumberOf(text);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
}

/**
 * Whether a qualification is drawn for an unannounced visit, and the instant by which it is due. Anybody who has the seed
 * draws the same again.
 * @param from,until the validity, instants
 */
export function drawnVisit(
  seed: string,
  from: string,
  until: string,
): { readonly picked: false } | { readonly picked: true; readonly dueAt: string } {
  if (fractionOf(`${seed}/picked`) >= UNANNOUNCED_SHARE) return { picked: false };
  const days = (Date.parse(until) - Date.parse(from)) / 86_400_000;
  const span = Math.max(days - QUIET_DAYS.first - QUIET_DAYS.last, 0);
  const day = Math.min(QUIET_DAYS.first, days) + Math.floor(fractionOf(`${seed}/day`) * span);
  return { picked: true, dueAt: addDays(from, day) };
}
