import { addDays, endOfLocalDay, localDate } from '../calendar.js';
import { isKnownScheme, needsAccreditation, numberFits, type Certificate } from '../certificates.js';
import type { InputCategory } from '../reference/input-categories.js';
import { nameLikeness } from './likeness.js';
import { because, gravest, type Explanation, type RuleResult, type RuleVerdict } from './result.js';

/** What the issuer's or scheme's own register says of a certificate. */
export type CertificateAnswer =
  | {
      readonly kind: 'entry';
      readonly status: 'valid' | 'suspended' | 'withdrawn' | 'expired';
      /** Local date of its end, where the register tells it. */
      readonly validTo?: string;
    }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'none' };

export interface CertificateContext {
  readonly firmName: string;
  readonly siteId?: string;
  readonly category: InputCategory;
  /** Case time, an instant. */
  readonly at: string;
  /** Days after its end for which a certificate still counts, with a warning; 30 when absent. */
  readonly graceDays?: number;
}

type Problem = readonly [RuleVerdict, Explanation];

const SAME_HOLDER = 0.9;

/** A register knows better than the paper; without one the paper stands as it is. */
function registerProblem({ validTo }: Certificate, answer?: CertificateAnswer): readonly Problem[] {
  if (!answer || answer.kind === 'none') return [];
  if (answer.kind === 'unknown') return [['WARN', because('certificate-unknown-to-register')]];
  const { status, validTo: registered } = answer;
  if (status !== 'valid') return [['FAIL', because('register-says-not-valid', { status })]];
  return registered !== undefined && registered < validTo
    ? [['WARN', because('register-says-ends-earlier', { registered, validTo })]]
    : [];
}

const issuerProblem = ({ scheme, issuer, issuerAccreditation }: Certificate): readonly Problem[] =>
  needsAccreditation(scheme) && !(issuer && issuerAccreditation)
    ? [['WARN', because('issuer-accreditation-missing')]]
    : [];

const dateProblem = (
  { validFrom, validTo }: Certificate,
  context: CertificateContext,
): Problem | undefined => {
  const today = localDate(context.at);
  if (validTo < validFrom) return ['FAIL', because('dates-reversed')];
  if (today < validFrom) return ['FAIL', because('not-yet-valid', { validFrom })];
  if (today <= validTo) return undefined;
  const lastDayOfGrace = localDate(addDays(endOfLocalDay(validTo), context.graceDays ?? 30));
  return today <= lastDayOfGrace
    ? ['WARN', because('lapsed-in-grace', { validTo, graceEnd: lastDayOfGrace })]
    : ['FAIL', because('lapsed', { validTo })];
};

const problemsOf = (
  certificate: Certificate,
  context: CertificateContext,
  answer?: CertificateAnswer,
): readonly Problem[] => {
  const { scheme, holderName, siteId, scope } = certificate;
  const otherSite = siteId !== undefined && context.siteId !== undefined && siteId !== context.siteId;
  const sameHolder = nameLikeness(holderName, context.firmName) >= SAME_HOLDER;
  const dates = dateProblem(certificate, context);
  return [
    ...(isKnownScheme(scheme) ? [] : [['WARN', because('scheme-unknown')] as const]),
    ...(numberFits(scheme, certificate.number) ? [] : [['FAIL', because('number-form-wrong')] as const]),
    ...(sameHolder ? [] : [['WARN', because('holder-differs')] as const]),
    ...(otherSite ? [['WARN', because('site-differs')] as const] : []),
    ...(scope.includes(context.category) ? [] : [['FAIL', because('scope-misses-category')] as const]),
    ...(dates ? [dates] : []),
    ...issuerProblem(certificate),
    ...registerProblem(certificate, answer),
  ];
};

/**
 * Judge one certificate by itself (domain 4, row 7): scheme, number, holder (likeness 0.9), site, scope, dates, an
 * accredited issuer where the scheme asks for one, and what the register says. It is good until it ends.
 */
export function checkCertificate(
  certificate: Certificate,
  context: CertificateContext,
  answer?: CertificateAnswer,
): RuleResult {
  const problems = problemsOf(certificate, context, answer);
  return {
    verdict: gravest(problems.map(([verdict]) => verdict)),
    explanation: problems.map(([, explanation]) => explanation),
    expiresAt: endOfLocalDay(certificate.validTo),
  };
}

const ORDER: readonly RuleVerdict[] = ['PASS', 'WARN', 'POTENTIAL', 'FAIL'];
interface Judged extends RuleResult {
  readonly index: number;
  readonly scheme: string;
  readonly validTo: string;
}

/** The best certificate of each scheme: an old one beside its renewal does no harm. */
function bestPerScheme(
  certificates: readonly Certificate[],
  context: CertificateContext,
  answers: readonly CertificateAnswer[],
): readonly Judged[] {
  const judged = certificates.map((certificate, index) => ({
    index,
    scheme: certificate.scheme,
    validTo: certificate.validTo,
    ...checkCertificate(certificate, context, answers[index]),
  }));
  const better = (a: Judged, b: Judged): number =>
    ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || (a.validTo < b.validTo ? 1 : -1);
  const schemes = [...new Set(judged.map(({ scheme }) => scheme))];
  return schemes.flatMap((scheme) =>
    judged
      .filter((j) => j.scheme === scheme)
      .sort(better)
      .slice(0, 1),
  );
}

/**
 * Certificates of a case. Each scheme counts with its best certificate. A required scheme that is missing or whose
 * certificate fails is a failure; a certificate that nobody requires is at worst a warning.
 * @param input.required codes of the schemes that the category requires
 * @param input.answers what registers said, in the order of the certificates; nothing when none was asked
 * @returns with the first end of a required certificate as `expiresAt`
 */
export function checkCertificates(
  input: CertificateContext & {
    readonly certificates: readonly Certificate[];
    readonly required: readonly string[];
    readonly answers?: readonly CertificateAnswer[];
  },
): RuleResult {
  const { certificates, required, answers = [], ...context } = input;
  const best = bestPerScheme(certificates, context, answers);
  const missing = required.filter((scheme) => !best.some((j) => j.scheme === scheme));
  const needed = best.filter(({ scheme }) => required.includes(scheme));
  const extra = best.filter(({ scheme }) => !required.includes(scheme));
  const verdict = gravest([
    ...missing.map(() => 'FAIL' as const),
    ...needed.map((j) => j.verdict),
    ...extra.map((j) => (j.verdict === 'PASS' ? 'PASS' : 'WARN')),
  ]);
  const explanation = [
    ...missing.map((scheme) => because('required-certificate-missing', { scheme })),
    ...best.flatMap(({ index, scheme, explanation: why }) =>
      why.map(({ code, params }) => because(code, { ...params, index, scheme })),
    ),
  ];
  const [expiresAt] = needed.flatMap((j) => j.expiresAt ?? []).sort();
  return { verdict, explanation, ...(expiresAt !== undefined && { expiresAt }) };
}
