/** A legal amount for the years it was set for, local dates, both ends included. A year that is not here is not known. */
export interface MinimumWage {
  readonly from: string;
  readonly to: string;
  readonly usdMonth: number;
  /** During probation; where it is absent no source gave it. */
  readonly probationUsdMonth?: number;
}
export interface DatedParameter {
  readonly key: string;
  readonly value: number | string | Readonly<Record<string, number>>;
  readonly source: string;
}
export const LABOUR_PARAMETERS_AS_OF = '2026-11-25';

const year = (of: number, usdMonth: number, probationUsdMonth?: number): MinimumWage => ({
  ...{ from: `${of}-01-01`, to: `${of}-12-31`, usdMonth },
  ...(probationUsdMonth !== undefined && { probationUsdMonth }),
});
/**
 * Minimum wage of workers in textile, garment, footwear, travel-goods and bag making, set by prakas for each year. Source:
 * pages of 2020 to 2025 that the domain report names (section 0.7). The wage of 2023 was not found; that of 2027, set in
 * September 2026, has to be loaded before January 2027.
 */
export const MINIMUM_WAGES: readonly MinimumWage[] = [
  year(2021, 192, 187),
  year(2022, 194, 192),
  year(2024, 204),
  year(2025, 208),
  year(2026, 210),
];

export type WageSector = 'covered' | 'doubtful' | 'not-covered';
const within = (isic: string, first: number, last: number): boolean =>
  Number(isic) >= first && Number(isic) <= last;
/**
 * Whether the minimum wage is for firms of an ISIC Rev.4 class. The law names textile, garment, footwear, travel goods and
 * bags: divisions 13 and 14, classes 1512 and 1520. In doubt are 1511 (tanning: leather is not named), 2030 (man-made
 * fibres) and 9601 (laundries that wash garments for factories). All others have no statutory minimum wage.
 */
export function wageSectorOf(isic: string): WageSector {
  if (within(isic, 1311, 1399) || within(isic, 1410, 1430) || isic === '1512' || isic === '1520')
    return 'covered';
  return ['1511', '2030', '9601'].includes(isic) ? 'doubtful' : 'not-covered';
}

/** Other amounts of labour law that checklist items speak of. Source: Labour Law of 1997 by article; pages of 2024. */
export const LABOUR_PARAMETERS: readonly DatedParameter[] = [
  { key: 'attendance_bonus_usd_month', value: 10, source: 'stored page 2024' },
  { key: 'transport_rent_allowance_usd_month', value: 7, source: 'stored page 2024' },
  { key: 'ordinary_hours', value: { day: 8, week: 48 }, source: 'Labour Law art. 137' },
  { key: 'overtime_premium', value: { normal: 1.5, nightOrWeeklyRest: 2 }, source: 'Labour Law art. 139' },
  { key: 'min_age', value: { general: 15, lightWork: 12, hazardous: 18 }, source: 'Labour Law art. 177' },
  { key: 'annual_leave_days_per_month', value: 1.5, source: 'Labour Law art. 166' },
  { key: 'maternity_leave_days', value: 90, source: 'Labour Law art. 182-183; half pay, plus NSSF' },
  { key: 'internal_rules_threshold_workers', value: 8, source: 'Labour Law art. 22' },
  { key: 'shop_steward_threshold', value: 8, source: 'Labour Law art. 283' },
  { key: 'infirmary_threshold', value: 50, source: 'Labour Law art. 242' },
  { key: 'creche_threshold_women', value: 100, source: 'Labour Law art. 186' },
];
