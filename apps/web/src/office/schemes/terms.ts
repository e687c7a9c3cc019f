import {
  AQL_DEFAULTS,
  INPUT_CATEGORIES,
  LATER_DEADLINE_KINDS,
  DEADLINE_KINDS,
  aqlOf,
  certificateLapse,
  type AqlDefault,
  type CertificateLapse,
  type InputCategory,
  type SchemeContent,
  type SchemeDeadlineKind,
  type ScoringRules,
} from '#domain';

/** What a version says beside its questions, each part on a page of its own; deadlines have a page each. */
export const TERMS = ['grades', 'sampling', 'certificates', 'validity'] as const;
export type Terms = (typeof TERMS)[number];

/** Waits in the order in which a case meets them, those that came later last. */
export const DEADLINES: readonly SchemeDeadlineKind[] = [...DEADLINE_KINDS, ...LATER_DEADLINE_KINDS];

/** Where parts of a content stand, by the beginning of their JSON pointers. */
export const PLACES: Readonly<Record<Terms, readonly string[]>> = {
  grades: ['/checklist/scoring'],
  sampling: ['/samplingPlan'],
  certificates: ['/requiredCertificates', '/certificateGraceDays', '/certificateLapse'],
  validity: [
    '/validityMonths',
    '/maxInformationLoops',
    '/maxReturnsToAuditor',
    '/maxFailedPilots',
    '/maxVisitRefusals',
  ],
};

const CATEGORIES = INPUT_CATEGORIES.map(({ code }) => code);
type ByCategory<T> = Readonly<Record<InputCategory, T>>;
const byCategory = <T>(of: (category: InputCategory) => T): ByCategory<T> =>
  Object.fromEntries(CATEGORIES.map((category) => [category, of(category)])) as ByCategory<T>;

/** What is said of categories: what a version said stays said, and what is usual need not be. */
function saidOf<T>(
  own: Readonly<Partial<Record<InputCategory, T>>> | undefined,
  all: ByCategory<T>,
  isUsual: (category: InputCategory) => boolean,
): Readonly<Partial<Record<InputCategory, T>>> | undefined {
  const said = CATEGORIES.filter((category) => own?.[category] !== undefined || !isUsual(category));
  if (said.length === 0) return own;
  return Object.fromEntries(said.map((category) => [category, all[category]]));
}

/** How scores become grades. */
export const gradesOf = ({ checklist }: SchemeContent): ScoringRules => checklist.scoring;
export const withGrades = (content: SchemeContent, scoring: ScoringRules): SchemeContent => ({
  ...content,
  checklist: { ...content.checklist, scoring },
});

/** Terms of a pilot lot for every category. */
export const samplingOf = (content: SchemeContent): ByCategory<AqlDefault> =>
  byCategory((category) => aqlOf(content, category));
export function withSampling(content: SchemeContent, all: ByCategory<AqlDefault>): SchemeContent {
  const isUsual = (category: InputCategory): boolean => {
    const [own, usual] = [all[category], AQL_DEFAULTS[category]];
    return (['level', 'major', 'minor', 'alsoBy'] as const).every((part) => own[part] === usual[part]);
  };
  const samplingPlan = saidOf(content.samplingPlan, all, isUsual);
  return { ...content, ...(samplingPlan && { samplingPlan }) };
}

/** Which certificates a category needs, and what follows when one of them ends. */
export interface Certificates extends Pick<SchemeContent, 'certificateGraceDays'> {
  readonly requiredCertificates: ByCategory<readonly string[]>;
  readonly certificateLapse: ByCategory<CertificateLapse>;
}
export const certificatesOf = (content: SchemeContent): Certificates => ({
  requiredCertificates: byCategory((category) => content.requiredCertificates[category] ?? []),
  certificateGraceDays: content.certificateGraceDays,
  certificateLapse: byCategory((category) => certificateLapse(content, category)),
});
export function withCertificates(
  content: SchemeContent,
  { requiredCertificates: needed, certificateLapse: lapse, certificateGraceDays }: Certificates,
): SchemeContent {
  const silent = { ...content, certificateLapse: {} };
  const own = saidOf(
    content.certificateLapse,
    lapse,
    (category) => lapse[category] === certificateLapse(silent, category),
  );
  const required = saidOf(content.requiredCertificates, needed, (category) => needed[category].length === 0);
  return {
    ...{ ...content, certificateGraceDays, requiredCertificates: required ?? {} },
    ...(own && { certificateLapse: own }),
  };
}

/** How often something may happen again. */
export const LIMITS = [
  'maxInformationLoops',
  'maxReturnsToAuditor',
  'maxVisitRefusals',
  'maxFailedPilots',
] as const;
/** How long a qualification holds, and how often something may happen again. */
export type Validity = Pick<SchemeContent, 'validityMonths' | (typeof LIMITS)[number]>;
export function validityOf(content: SchemeContent): Validity {
  const { validityMonths, maxInformationLoops, maxReturnsToAuditor, maxVisitRefusals, maxFailedPilots } =
    content;
  return { validityMonths, maxInformationLoops, maxReturnsToAuditor, maxVisitRefusals, maxFailedPilots };
}
export const withValidity = (content: SchemeContent, validity: Validity): SchemeContent => ({
  ...content,
  ...validity,
});
