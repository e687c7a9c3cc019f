import {
  APPLICATION_SECTIONS,
  CERTIFICATE_LAPSES,
  CHECK_KINDS,
  COMPLIANCE_SECTIONS,
  DEADLINE_KINDS,
  INPUT_CATEGORIES,
  LATER_DEADLINE_KINDS,
  type SchemeContent as DomainContent,
} from '#domain';
import { z } from 'zod';
import { code, line, market, paragraph, wholeNumber } from './primitives.js';

const category = z.enum(INPUT_CATEGORIES.map((c) => c.code));
const severity = z.enum(['zero-tolerance', 'critical', 'major', 'minor']);
const grade = z.enum(['A', 'B', 'C', 'D', 'E']);
const share = z.number().min(0).max(1);

const item = z.strictObject({
  id: code,
  section: code,
  severity,
  severityWhen: z
    .array(z.strictObject({ endMarketsWithout: market, severity }))
    .max(5)
    .optional(),
  weight: z.number().min(0).max(100),
  coreProfile: z.boolean(),
  categories: z.array(category).min(1),
  safeguarding: z.literal('child').optional(),
  appliesWhen: z.enum(['workers-8-or-more', 'certified-content-claims']).optional(),
  appliesNote: line(500).optional(),
  question: line(1000),
  guidance: paragraph(2000),
  evidence: z.array(line(500)).max(20),
  references: z.array(line(500)).max(20),
});
const scoring = z.strictObject({
  values: z.strictObject({ conform: share, partial: share, nonconform: share, 'not-verified': share }),
  grades: z
    .array(
      z.strictObject({
        grade,
        min: z.number().min(0).max(100),
        maxMajorOpen: wholeNumber(0, 1000).optional(),
        maxCriticalOpen: wholeNumber(0, 1000).optional(),
      }),
    )
    .min(2)
    .max(5),
  maxOpenCritical: wholeNumber(0, 1000),
  limitedGrade: grade,
  sectionFloors: z.record(code, z.number().min(0).max(100)),
  maxNotApplicableShare: share,
  capDeadlineDays: z.strictObject({
    critical: wholeNumber(1, 730),
    major: wholeNumber(1, 730),
    minor: wholeNumber(1, 730),
  }),
});
const checklist = z.strictObject({
  version: line(50),
  sections: z
    .array(z.strictObject({ code, title: line(200), weight: z.number().min(0).max(1000) }))
    .min(1)
    .max(30),
  items: z.array(item).min(1).max(500),
  scoring,
});

/** Ten years at the most, and back in time only where `earlier` allows it. */
const span = (earlier: 0 | -1) => ({
  days: wholeNumber(3660 * earlier, 3660).optional(),
  workingDays: wholeNumber(260 * earlier, 260).optional(),
  hours: wholeNumber(8760 * earlier, 8760).optional(),
});
const step = z.strictObject({
  step: z.enum(['remind', 'escalate', 'retry', 'expire']),
  from: z.enum(['start', 'due']),
  ...span(-1),
});
const deadline = z.strictObject({
  within: z.strictObject(span(0)),
  steps: z.array(step).max(20),
  extendableDays: wholeNumber(1, 365).optional(),
  fixedEnd: z.literal(true).optional(),
});

/** One rule for each kind of wait. */
const rulesOf = <K extends string, R extends z.ZodType>(kinds: readonly K[], rule: R): Record<K, R> =>
  Object.fromEntries(kinds.map((kind) => [kind, rule])) as Record<K, R>;

/** The outline of a scheme's content: what a case must find in it. */
export const SchemeContent = z
  .strictObject({
    checklist,
    applicationSections: z.array(z.enum([...APPLICATION_SECTIONS, ...COMPLIANCE_SECTIONS])).min(1),
    complianceChecks: z.partialRecord(category, z.array(z.enum(CHECK_KINDS)).max(18)).optional(),
    requiredCertificates: z.partialRecord(category, z.array(code).max(10)),
    validityMonths: z.strictObject({
      A: wholeNumber(1, 60),
      B: wholeNumber(1, 60),
      C: wholeNumber(1, 60),
      D: wholeNumber(1, 60),
    }),
    certificateGraceDays: wholeNumber(0, 365),
    certificateLapse: z.partialRecord(category, z.enum(CERTIFICATE_LAPSES)).optional(),
    maxInformationLoops: wholeNumber(0, 10),
    maxReturnsToAuditor: wholeNumber(0, 10),
    maxFailedPilots: wholeNumber(1, 10),
    maxVisitRefusals: wholeNumber(0, 10),
    deadlines: z.strictObject({
      ...rulesOf(DEADLINE_KINDS, deadline),
      ...rulesOf(LATER_DEADLINE_KINDS, deadline.optional()),
    }),
  })
  .refine(
    ({ checklist: { items, sections } }) => items.every((i) => sections.some((s) => s.code === i.section)),
    { path: ['checklist', 'items'], message: 'every item must belong to a section of the checklist' },
  )
  .meta({ id: 'SchemeContent' }) satisfies z.ZodType<DomainContent>;
