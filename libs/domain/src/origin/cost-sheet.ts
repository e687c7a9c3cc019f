/** What is done to goods on the way from fibre to garment, bag or shoe. */
export const ORIGIN_PROCESSES = [
  'spinning',
  'weaving',
  'knitting',
  'dyeing',
  'printing',
  'cutting',
  'making-up',
  'knit-to-shape',
] as const;
export type OriginProcess = (typeof ORIGIN_PROCESSES)[number];

/** One material in a piece of the final good. */
export interface CostMaterial {
  /** A code of the firm's own, such as `shell-fabric`. */
  readonly material: string;
  /** HS 2022, four to eight digits, with or without points. */
  readonly hs?: string | undefined;
  /** Where it was made, ISO 3166-1. */
  readonly country?: string | undefined;
  /** Per piece of the final good. */
  readonly valueUsd?: number | undefined;
  /** Whether the firm holds a proof that it originates in `country`. */
  readonly originating?: boolean | undefined;
}

/** What one piece of a good costs to make, and how it is made; US dollars per piece, as is the price free on board. */
export interface CostSheet {
  /** A code of the firm's own, such as a style number. */
  readonly product: string;
  readonly hs?: string | undefined;
  readonly fobUsd?: number | undefined;
  readonly materials?: readonly CostMaterial[] | undefined;
  readonly labourUsd?: number | undefined;
  readonly overheadUsd?: number | undefined;
  readonly profitUsd?: number | undefined;
  /** What is done in Cambodia, by whichever firm. */
  readonly processes?: readonly OriginProcess[] | undefined;
  /** Codes of the programmes under which the firm says that the good originates in Cambodia. */
  readonly claims?: readonly string[] | undefined;
}

export const HOME = 'KH';
export const digitsOf = (hs: string | undefined): string | undefined => hs?.replaceAll('.', '');
/** Exact in millionths of a dollar: sums of prices must not lose a cent to binary fractions. */
export const micro = (usd: number): number => Math.round(usd * 1e6);

/** What stays in Cambodia of the price of one piece. */
export interface LocalValue {
  readonly usd: number;
  /** Of the price free on board, rounded down to hundredths. */
  readonly percent: number;
}
/** A cost sheet that misses its own price by more than this is not believed: half a percent, or a cent. */
const addsUp = (sum: number, fob: number): boolean => Math.abs(sum - fob) <= Math.max(fob / 200, 10_000);

/**
 * Local value per piece: materials made in Cambodia, labour, overhead and profit.
 * @returns what is missing, as paths into the sheet, when it cannot be told; `differs` when the costs do not add up to
 *   the price
 */
export function localValueOf(
  sheet: CostSheet,
): LocalValue | { readonly missing: readonly string[] } | { readonly differs: true } {
  const { fobUsd, labourUsd, overheadUsd, profitUsd, materials } = sheet;
  const costs = { fobUsd, labourUsd, overheadUsd, profitUsd };
  const missing = [
    ...Object.entries(costs).flatMap(([name, value]) => (value === undefined ? [name] : [])),
    ...(materials ? [] : ['materials']),
    ...(materials ?? []).flatMap(({ valueUsd, country }, at) => [
      ...(valueUsd === undefined ? [`materials/${at}/valueUsd`] : []),
      ...(country === undefined ? [`materials/${at}/country`] : []),
    ]),
  ];
  if (missing.length > 0) return { missing };
  const fob = micro(fobUsd ?? 0);
  const valueOf = (some: readonly CostMaterial[]): number =>
    some.reduce((sum, { valueUsd = 0 }) => sum + micro(valueUsd), 0);
  const made = micro(labourUsd ?? 0) + micro(overheadUsd ?? 0) + micro(profitUsd ?? 0);
  if (!addsUp(valueOf(materials ?? []) + made, fob)) return { differs: true };
  const local = valueOf((materials ?? []).filter(({ country }) => country === HOME)) + made;
  return { usd: local / 1e6, percent: Math.floor((local * 10_000) / fob) / 100 };
}
