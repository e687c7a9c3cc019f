import type { Severity } from '../case-state.js';

/** Up to so many workers (inclusive): the last row has no end. */
interface ByHeadCount {
  readonly upTo: number;
}

/** Workers interviewed by head-count (domain 3.1, a proposal of the programme). */
export const INTERVIEWS: readonly (ByHeadCount & { readonly interviews: number })[] = [
  { upTo: 25, interviews: 5 },
  { upTo: 100, interviews: 10 },
  { upTo: 500, interviews: 20 },
  { upTo: Infinity, interviews: 30 },
];
/** Half of the interviews are private, the others in groups of this size at most (domain 3.1). */
export const GROUP_SIZE = 5;

/** Payroll: the months and how many workers of each (domain 3.1). */
export const PAYROLL = {
  months: ['last', 'peak', 'low'],
  least: 10,
  share: 0.05,
} as const;

/**
 * Person-days of an audit of the core profile (domain 3.1): below 25 workers, 25 to 100, 101 to 500. The paper says
 * nothing above 500: the last row is our own.
 */
export const PERSON_DAYS: readonly (ByHeadCount & { readonly from: number; readonly to: number })[] = [
  { upTo: 24, from: 0.5, to: 1 },
  { upTo: 100, from: 1, to: 1.5 },
  { upTo: 500, from: 2, to: 3 },
  { upTo: Infinity, from: 3, to: 4 },
];

/** Minutes on site; own estimate, November 2026, until time on site tells. */
export const MINUTES = {
  version: '2026-11',
  source: 'Own estimate, November 2026; to be replaced by time on site',
  status: 'estimate',
  meetings: 60,
  privateInterview: 15,
  groupInterview: 25,
  payrollRecord: 3,
  item: { 'zero-tolerance': 12, critical: 10, major: 7, minor: 4 } satisfies Record<Severity, number>,
} as const;
