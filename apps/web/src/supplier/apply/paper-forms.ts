import { CERTIFICATION_SCHEMES, EXTERNAL_SCHEMES, INPUT_CATEGORIES } from '#domain';
import { COUNTRIES, countryName } from './countries.js';
import { amount, choice, formatted, many, text, whole, type EntriesField, type Field } from './fields.js';

const BILLION = 1_000_000_000;
const entries = (name: string, most: number, of: readonly Field[], ids?: string): EntriesField => ({
  ...{ kind: 'entries', name, most, of, noneAllowed: true },
  ...(ids && { ids }),
});
const certificationName = (code: string): string =>
  CERTIFICATION_SCHEMES.find((scheme) => scheme.code === code)?.name ?? code;

const POLICY_KINDS = [
  'fire',
  'public-liability',
  'product-liability',
  'workers',
  'goods-in-transit',
  'other',
];
const PERMIT_KINDS = [
  ...['environmental-impact-assessment', 'environmental-protection-contract', 'discharge-permit'],
  ...['export-permit', 'import-permit', 'other'],
];

/** Sections that are proven by papers: what stands on each of them. */
export const PAPER_FORMS = {
  tax: [
    text('tin', 30, { onPaper: true }),
    choice('sizeClass', ['small', 'medium', 'large'], { text: (code) => `supplier.size-class.${code}` }),
    whole('patentYear', 2000, 2200),
  ],
  certificates: [
    entries('certificates', 50, [
      choice(
        'scheme',
        CERTIFICATION_SCHEMES.map(({ code }) => code),
        { name: certificationName },
        true,
      ),
      text('number', 100, { needed: true, onPaper: true }),
      text('holderName', 200, { needed: true }),
      many(
        'scope',
        INPUT_CATEGORIES.map(({ code }) => code),
        { text: (code) => `supplier.category.${code}` },
        true,
      ),
      formatted('validFrom', 'date', true),
      formatted('validTo', 'date', true),
      text('issuer', 200),
      text('issuerAccreditation', 100, { onPaper: true }),
    ]),
  ],
  insurance: [
    entries('policies', 20, [
      choice('kind', POLICY_KINDS, { text: (code) => `supplier.policy.${code}` }, true),
      text('insurer', 200, { needed: true }),
      text('policyNumber', 60, { needed: true, onPaper: true }),
      amount('coverUsd', BILLION, { needed: true }),
      formatted('validFrom', 'date', true),
      formatted('validTo', 'date', true),
    ]),
  ],
  permits: [
    entries('permits', 30, [
      choice('kind', PERMIT_KINDS, { text: (code) => `supplier.permit.${code}` }, true),
      text('number', 60, { needed: true, onPaper: true }),
      formatted('validFrom', 'date', true),
      formatted('validTo', 'date'),
    ]),
  ],
  'test-reports': [
    entries('reports', 200, [
      text('lab', 200, { needed: true }),
      text('accreditationNumber', 60, { onPaper: true }),
      formatted('date', 'date', true),
      text('analyte', 100, { needed: true }),
      text('method', 100, { needed: true }),
      amount('result', BILLION, { needed: true }),
      amount('limit', BILLION, { needed: true }),
      text('unit', 20, { needed: true }),
    ]),
  ],
  bank: [
    text('bankName', 200),
    text('bic', 20, { onPaper: true }),
    text('accountNumber', 40, { onPaper: true }),
    text('holderName', 200),
    formatted('letterDate', 'date'),
  ],
  machines: [
    amount('hoursPerMonth', 744),
    {
      ...entries('machines', 100, [
        text('type', 100, { needed: true }),
        whole('count', 1, 100_000, true),
        amount('unitsPerHour', 1_000_000, { above: true, needed: true }),
      ]),
    },
  ],
  'material-suppliers': [
    entries(
      'suppliers',
      200,
      [
        text('name', 200, { needed: true }),
        choice('country', COUNTRIES, { name: countryName }),
        text('material', 200),
        text('address', 500),
      ],
      'm',
    ),
  ],
  payroll: [
    formatted('month', 'month'),
    choice('currency', ['USD', 'KHR'], { text: (code) => `supplier.currency.${code}` }),
    amount('khrPerUsd', 6_000, { min: 3_000 }),
    amount('lowestBasicWage', 100_000_000),
    amount('lowestProbationWage', 100_000_000),
    whole('workersSampled', 1, 100_000),
  ],
  'external-reports': [
    entries(
      'reports',
      20,
      [
        choice('scheme', EXTERNAL_SCHEMES, { name: certificationName }, true),
        text('number', 100, { needed: true, onPaper: true }),
        formatted('reportedOn', 'date', true),
        text('issuer', 200, { needed: true }),
        text('scope', 500),
      ],
      'r',
    ),
  ],
} as const satisfies Readonly<Record<string, readonly Field[]>>;
export type PaperSection = keyof typeof PAPER_FORMS;
