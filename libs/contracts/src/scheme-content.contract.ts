import {
  APPLICATION_SECTIONS,
  CERTIFICATE_LAPSES,
  AQLS,
  CHECK_KINDS,
  COMPLIANCE_SECTIONS,
  CONTENT_CLAIMS,
  DEADLINE_KINDS,
  ESCALATION_ROLES,
  GRADES,
  INSPECTION_LEVELS,
  INSPECTION_METHODS,
  INPUT_CATEGORIES,
  LATER_DEADLINE_KINDS,
  type SchemeContent as DomainContent,
} from '#domain';
import { z } from 'zod';
import { ChecklistItemId } from './audit-answers.contract.js';
import { code, date, id, line, market, paragraph, wholeNumber } from './primitives.js';

export const category = z.enum(INPUT_CATEGORIES.map((c) => c.code));
export const severity = z.enum(['zero-tolerance', 'critical', 'major', 'minor']);
const grade = z.enum(GRADES);
const share = z.number().min(0).max(1);

const isicStart = z.string().regex(/^\d{2,4}$/, 'must be a class of ISIC Rev.4 or its first digits');
const classes = z.array(isicStart).min(1).max(50);
const heads = wholeNumber(1, 100_000);
export const conditionShape = z
  .strictObject({
    workersAtLeast: heads,
    womenAtLeast: heads,
    isicWithin: classes,
    isicOutside: classes,
    endMarkets: z.array(market).min(1).max(50),
    endMarketsWithout: market,
    claims: z.array(z.enum(CONTENT_CLAIMS)).min(1),
  })
  .partial();
const itemText = z.strictObject({
  question: line(1000),
  guidance: paragraph(2000),
  evidence: z.array(line(500)).max(20),
  status: z.enum(['draft', 'reviewed']),
  reviewedBy: id.optional(),
  reviewedOn: date.optional(),
});

export const checklistItem = z.strictObject({
  id: ChecklistItemId,
  section: code,
  severity,
  severityWhen: z
    .array(
      z.union([
        z.strictObject({ endMarketsWithout: market, severity }),
        z.strictObject({ when: conditionShape, severity: severity.or(z.literal('information')) }),
      ]),
    )
    .max(5)
    .optional(),
  askedWhen: conditionShape.optional(),
  evidenceWhen: z
    .array(z.strictObject({ when: conditionShape, evidence: line(500) }))
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
  texts: z.strictObject({ km: itemText, zh: itemText }).partial().optional(),
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
  items: z.array(checklistItem).min(1).max(500),
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

const sampling = z.strictObject({
  level: z.enum(INSPECTION_LEVELS),
  major: z.enum(AQLS),
  minor: z.enum(AQLS),
  alsoBy: z.enum(INSPECTION_METHODS).optional(),
});

/** The outline of a scheme's content: what a case must find in it. Whether its parts fit each other is judged when it is submitted. */
export const SchemeContent = z
  .strictObject({
    checklist,
    applicationSections: z.array(z.enum([...APPLICATION_SECTIONS, ...COMPLIANCE_SECTIONS])).min(1),
    complianceChecks: z.partialRecord(category, z.array(z.enum(CHECK_KINDS)).max(18)).optional(),
    samplingPlan: z.partialRecord(category, sampling).optional(),
    escalationChain: z.array(z.enum(ESCALATION_ROLES)).min(1).max(5).optional(),
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
  .meta({ id: 'SchemeContent' }) satisfies z.ZodType<DomainContent>;
