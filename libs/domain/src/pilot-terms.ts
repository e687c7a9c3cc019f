import type { PilotTerms } from './facts.js';
import { AQL_DEFAULTS } from './reference/aql-defaults.js';
import type { InputCategory } from './reference/input-categories.js';
import type { AqlTerms } from './sampling.js';

/** The golden sample shows what was agreed; the pre-production sample, that the line makes it. */
export const SAMPLE_KINDS = ['golden', 'pre-production'] as const;
export type SampleKind = (typeof SAMPLE_KINDS)[number];
export const CURRENCIES = ['USD', 'KHR'] as const;
export type Currency = (typeof CURRENCIES)[number];

/** Terms of an order as they were when it was placed. Nothing changes them: another order has other terms. */
export interface FrozenTerms extends Omit<PilotTerms, 'lots'> {
  readonly approvedSample: readonly string[];
  readonly samples: readonly SampleKind[];
  readonly tolerancePercent: number;
  readonly aql: AqlTerms;
  readonly currency: Currency;
  readonly paymentDays: number;
}

/** What an order says that its buyer did not: in this one place (domain 5, terms). */
const USUAL = {
  approvedSample: [],
  samples: [],
  tolerancePercent: 3,
  currency: 'USD',
  paymentDays: 30,
} as const;

/** Freeze the terms of an order; the lots are kept beside them, each with its own plan. */
export function freezeTerms({ lots: _lots, ...terms }: PilotTerms, category: InputCategory): FrozenTerms {
  const { level, major, minor } = terms.aql ?? AQL_DEFAULTS[category];
  return { ...USUAL, ...terms, aql: { level, major, minor } };
}
