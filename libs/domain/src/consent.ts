import { APPLICATION_SECTIONS, COMPLIANCE_SECTIONS } from './application.js';
import type { CaseState } from './case-state.js';

/** What a supplier can open to a buyer: sections of the application, and what the programme found out. */
export const CONSENT_SECTIONS = [
  ...APPLICATION_SECTIONS,
  ...COMPLIANCE_SECTIONS,
  'audit-result',
  'findings',
  'corrective-actions',
  'compliance-verdicts',
  'documents',
] as const;
export type ConsentSection = (typeof CONSENT_SECTIONS)[number];

/** What a consent that names no sections opens. Owners, tax papers, the declaration and documents must be named. */
export const DEFAULT_CONSENT_SECTIONS: readonly ConsentSection[] = [
  'profile',
  'site',
  'capacity',
  'certificates',
  'audit-result',
  'findings',
  'corrective-actions',
  'compliance-verdicts',
];

/** No consent is given for longer, in months; how long one lasts that names no end is the scheme's `consent-end`. */
export const MAX_CONSENT_MONTHS = 24;

/** Scope and end of a consent. Instants are case time. */
export interface ConsentTerms {
  readonly sections: readonly ConsentSection[];
  readonly givenAt: string;
  readonly validUntil: string;
}

/** The terms of a consent that stands; nothing for one of before consent had terms. */
export const termsOf = (state: CaseState, buyerId: string): ConsentTerms | undefined =>
  state.consents.includes(buyerId) ? state.consentTerms?.[buyerId] : undefined;

/** Whether the buyer has the supplier's consent at this instant, also when no clock has noticed yet that it ran out. */
export const consentInForce = (state: CaseState, buyerId: string, now: string): boolean =>
  state.consents.includes(buyerId) && (termsOf(state, buyerId)?.validUntil ?? '9999') > now;

/** What the buyer may read by consent at this instant; nothing without one. */
export const consentedSections = (
  state: CaseState,
  buyerId: string,
  now: string,
): readonly ConsentSection[] =>
  consentInForce(state, buyerId, now) ? (termsOf(state, buyerId)?.sections ?? DEFAULT_CONSENT_SECTIONS) : [];
