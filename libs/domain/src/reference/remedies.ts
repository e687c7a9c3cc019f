import type { Severity } from '../case-state.js';

/** What a remedy costs beside time: nothing; below USD 200; below USD 2,000; more. */
export type MoneyClass = 'none' | 'low' | 'medium' | 'high';

/** Who can help, as the programme refers suppliers (domain section 7, "Referrals"). */
export type Referral =
  | 'finance'
  | 'productivity-training'
  | 'labour-advisory'
  | 'cleaner-production'
  | 'logistics-and-origin'
  | 'registration-desk';

export interface Remedy {
  /** Working days until the evidence of it is ready. */
  readonly days: number;
  readonly money: MoneyClass;
  readonly help?: Referral;
}

/** `[days, money]` by item, per section from its first item on. */
type Estimate = readonly [number, MoneyClass];
const numbered = (
  section: string,
  estimates: readonly Estimate[],
): readonly (readonly [string, Estimate])[] =>
  estimates.map((estimate, i) => [`${section}-${String(i + 1).padStart(2, '0')}`, estimate] as const);

const n = 'none';
const l = 'low';
const m = 'medium';
const h = 'high';
const ESTIMATES: Readonly<Record<string, Estimate>> = Object.fromEntries([
  ...numbered('BL', [
    ...([
      [20, m],
      [10, l],
      [30, m],
      [10, l],
      [3, n],
      [30, n],
      [30, n],
      [10, m],
      [5, n],
    ] as const),
    ...([
      [60, m],
      [3, n],
    ] as const),
  ]),
  ...numbered('QM', [
    ...([
      [2, n],
      [5, n],
      [5, l],
      [5, n],
      [10, l],
      [3, l],
      [10, l],
      [5, n],
      [10, n],
    ] as const),
    ...([
      [5, n],
      [10, l],
      [20, m],
      [10, l],
      [10, l],
      [5, n],
      [10, l],
    ] as const),
  ]),
  ...numbered('SL', [
    ...([
      [30, m],
      [30, m],
      [5, n],
      [60, m],
      [30, h],
      [10, l],
      [20, m],
      [30, m],
      [10, l],
    ] as const),
    ...([
      [10, l],
      [15, m],
      [20, m],
      [30, n],
      [10, n],
      [15, n],
      [10, l],
      [15, l],
      [5, n],
    ] as const),
    ...([
      [10, m],
      [20, l],
    ] as const),
  ]),
  ...numbered('HS', [
    ...([
      [2, n],
      [90, h],
      [10, m],
      [2, n],
      [15, m],
      [20, m],
      [20, m],
      [5, l],
      [15, m],
    ] as const),
    ...([
      [15, m],
      [5, l],
      [5, n],
      [20, m],
      [10, l],
    ] as const),
  ]),
  ...numbered('EN', [
    ...([
      [60, m],
      [60, h],
      [60, h],
      [10, l],
      [60, m],
      [20, m],
      [120, h],
      [30, m],
      [10, l],
    ] as const),
    ...([
      [3, l],
      [5, n],
      [20, m],
      [30, m],
    ] as const),
  ]),
  ...numbered('CD', [
    ...([
      [3, n],
      [5, n],
      [3, n],
      [15, l],
      [20, l],
      [3, n],
      [5, n],
      [10, m],
    ] as const),
  ]),
  ...numbered('TR', [
    [10, n],
    [10, n],
    [30, m],
    [10, n],
    [30, n],
    [10, n],
  ]),
]);

/** Which finding is referred to whom. */
const REFERRALS: readonly (readonly [RegExp, Referral])[] = [
  [/^CD-05$/, 'finance'],
  [/^(?:QM-\d+|CD-0[1-3])$/, 'productivity-training'],
  [/^(?:HS|SL)-\d+$/, 'labour-advisory'],
  [/^EN-0[1-5]$/, 'cleaner-production'],
  [/^(?:CD-08|TR-04)$/, 'logistics-and-origin'],
  [/^BL-0[1-4]$/, 'registration-desk'],
];

/** For items of other checklists. */
const BY_SEVERITY: Readonly<Record<Severity, Estimate>> = {
  'zero-tolerance': [30, 'medium'],
  critical: [20, 'medium'],
  major: [10, 'low'],
  minor: [5, 'none'],
};

export const REMEDIES = {
  version: '2026-11',
  source: 'Own estimate for a site of 25 to 100 workers, November 2026; to be replaced by what cases show',
  status: 'estimate',
} as const;

/** An estimate of what it takes to make an item conform, and who can help. */
export function remedyOf(item: { readonly id: string; readonly severity: Severity }): Remedy {
  const [days, money] = ESTIMATES[item.id] ?? BY_SEVERITY[item.severity];
  const help = REFERRALS.find(([pattern]) => pattern.test(item.id))?.[1];
  return { days, money, ...(help && { help }) };
}

const CERTIFICATE_DAYS: Readonly<Record<string, number>> = { LWG: 180, ZDHC_MRSL: 90 };
/** Working days from the first inquiry to the certificate, an estimate. */
export const certificateDays = (scheme: string): number => CERTIFICATE_DAYS[scheme] ?? 60;

/** Working days that an amount of money is as hard to find as, for a small firm: makes one order out of two. */
export const MONEY_AS_DAYS: Readonly<Record<MoneyClass, number>> = { none: 0, low: 2, medium: 10, high: 40 };
