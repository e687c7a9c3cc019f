import type { PilotTerms } from './facts.js';
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

/**
 * Freeze the terms of an order; the lots are kept beside them, each with its own plan. What its buyer did not say is
 * said here, and nowhere else, as is usual (domain 5, terms).
 * @param usual inspection level and AQLs of the scheme for this category
 */
export function freezeTerms(order: PilotTerms, usual: AqlTerms): FrozenTerms {
  const { deliveryBy, valueUsd, incoterm, specVersion, earlyDays, unitPrice } = order;
  const { level, major, minor } = order.aql ?? usual;
  return {
    ...{ deliveryBy, valueUsd, incoterm, specVersion, earlyDays, unitPrice },
    approvedSample: order.approvedSample ?? [],
    samples: order.samples ?? [],
    tolerancePercent: order.tolerancePercent ?? 3,
    aql: { level, major, minor },
    currency: order.currency ?? 'USD',
    paymentDays: order.paymentDays ?? 30,
  };
}
