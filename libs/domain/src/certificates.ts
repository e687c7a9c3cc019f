import { addDays, endOfLocalDay, localDate } from './calendar.js';
import { CERTIFICATION_SCHEMES } from './reference/certification-schemes.js';
import type { InputCategory } from './reference/input-categories.js';

/** A certificate as the supplier entered it. Dates are local dates `YYYY-MM-DD`, both inclusive. */
export interface Certificate {
  /** Code of a certification scheme. */
  readonly scheme: string;
  readonly number: string;
  readonly holderName: string;
  /** The site it names, when it names one. */
  readonly siteId?: string;
  readonly scope: readonly InputCategory[];
  readonly validFrom: string;
  readonly validTo: string;
  /** Who issued it, and the number under which an accreditation body has accredited them. */
  readonly issuer?: string;
  readonly issuerAccreditation?: string;
}

/** Required schemes of which no certificate covers the category on this local date. */
export const missingCertificates = (
  certificates: readonly Certificate[],
  required: readonly string[],
  category: InputCategory,
  today: string,
): readonly string[] =>
  required.filter(
    (code) =>
      !certificates.some(
        ({ scheme, scope, validFrom, validTo }) =>
          scheme === code && scope.includes(category) && validFrom <= today && today <= validTo,
      ),
  );

export const CERTIFICATE_STANDINGS = ['valid', 'ends-soon', 'ended', 'not-yet'] as const;
export type CertificateStanding = (typeof CERTIFICATE_STANDINGS)[number];
/** So many days before its end somebody should look for the next one; our own proposal. */
const ENDS_SOON_DAYS = 60;

/** How a certificate stands on a local date, by its own dates alone. */
export function certificateStanding(
  { validFrom, validTo }: Pick<Certificate, 'validFrom' | 'validTo'>,
  today: string,
): CertificateStanding {
  if (today < validFrom) return 'not-yet';
  if (validTo < today) return 'ended';
  return validTo < localDate(addDays(endOfLocalDay(today), ENDS_SOON_DAYS)) ? 'ends-soon' : 'valid';
}

const schemeOf = (code: string) => CERTIFICATION_SCHEMES.find((scheme) => scheme.code === code);

export const isKnownScheme = (code: string): boolean => schemeOf(code) !== undefined;

/** Whether only accredited bodies issue certificates of this scheme. */
export const needsAccreditation = (code: string): boolean => schemeOf(code)?.accreditedIssuers === true;

/** Whether a number has the form its scheme is certain to use. Only FSC numbers are judged; any other passes. */
export function numberFits(scheme: string, number: string): boolean {
  const patterns = schemeOf(scheme)?.numberPatterns;
  return !patterns || patterns.some((pattern) => new RegExp(pattern).test(number.trim()));
}
