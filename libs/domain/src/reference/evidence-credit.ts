/** Reports and certificates of other schemes that may stand in for answers of ours. */
export const EXTERNAL_SCHEMES = [
  'SMETA',
  'SLCP',
  'AMFORI_BSCI',
  'BFC',
  'SA8000',
  'ISO_9001',
  'ISO_14001',
  'ISO_45001',
  'ISO_50001',
] as const;
export type ExternalScheme = (typeof EXTERNAL_SCHEMES)[number];

/** `no-open-critical-in-section`: the report left no critical finding open in the section of the item. */
export type CreditCondition = 'no-open-critical-in-section';

export interface CreditRow {
  readonly scheme: ExternalScheme;
  /** Checklist items that its requirements and its way of looking cover. */
  readonly items: readonly string[];
  /** How long the report counts, from its date. */
  readonly months: number;
  readonly condition: CreditCondition;
}

const numbered = (section: string, ...numbers: number[]): readonly string[] =>
  numbers.map((n) => `${section}-${String(n).padStart(2, '0')}`);

/** Wages, hours, leave, contracts, complaints: what every social audit looks into. SL-20, home workers, none does. */
const SOCIAL = numbered('SL', 3, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16, 17, 18, 19);
const SAFETY = numbered('HS', 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14);
const condition: CreditCondition = 'no-open-critical-in-section';

/**
 * Which report of another scheme stands in for which item, and for how long. Own mapping by the public requirements of
 * each scheme, a proposal: the programme's reviewers confirm it before production. Zero-tolerance items are in no row,
 * and would not be credited if they were: they are always looked at. Certificates of three years count twelve months from
 * the date of the last surveillance report, which is what the supplier hands in.
 */
export const EVIDENCE_CREDIT: {
  readonly version: string;
  readonly source: string;
  readonly status: 'proposal' | 'confirmed';
  readonly rows: readonly CreditRow[];
} = {
  version: '2026-11',
  source: 'Own mapping by public scheme requirements, November 2026; no scheme owner has confirmed it',
  status: 'proposal',
  rows: [
    {
      ...{ scheme: 'SMETA', months: 12, condition },
      items: [...SOCIAL, ...SAFETY, ...numbered('EN', 1, 9, 10, 12), ...numbered('BL', 4)],
    },
    { scheme: 'SLCP', items: [...SOCIAL, ...SAFETY, ...numbered('BL', 4)], months: 12, condition },
    { scheme: 'AMFORI_BSCI', items: [...SOCIAL, ...SAFETY], months: 12, condition },
    { scheme: 'BFC', items: [...SOCIAL, ...SAFETY, ...numbered('BL', 4)], months: 12, condition },
    {
      ...{ scheme: 'SA8000', months: 12, condition },
      items: [...SOCIAL, ...numbered('HS', 3, 4, 8, 9, 11, 12, 14), ...numbered('BL', 11)],
    },
    {
      ...{ scheme: 'ISO_9001', months: 12, condition },
      items: [...numbered('QM', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), ...numbered('CD', 3)],
    },
    { scheme: 'ISO_14001', items: numbered('EN', 1, 9, 10, 11, 12), months: 12, condition },
    { scheme: 'ISO_45001', items: numbered('HS', 3, 4, 5, 6, 7, 8, 10, 11, 12), months: 12, condition },
    { scheme: 'ISO_50001', items: numbered('EN', 10, 11), months: 12, condition },
  ],
};
