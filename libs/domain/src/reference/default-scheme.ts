import { APPLICATION_SECTIONS, FIRST_COMPLIANCE_SECTIONS } from '../application.js';
import type { CheckKind } from '../case-state.js';
import { type SchemeContent, ESCALATION_ROLES } from '../scheme.js';
import { AQL_DEFAULTS } from './aql-defaults.js';
import { CHECKLIST_SEED } from './checklist-seed.js';
import { DEADLINE_RULES } from './deadline-rules.js';

/** Every category answers these; screening has run `sanctions` and `duplicate` before. */
const EVERYBODY: readonly CheckKind[] = [
  'vat-tin',
  'business-registration',
  'patent-tax',
  'forced-labour',
  'certificates',
  'wages',
  'bank-account',
  'beneficial-owners',
  'insurance',
  'document-authenticity',
  'location',
  'capacity',
  'permits',
];

/**
 * Checks by category (domain section 4). Who sells no goods has no origin to prove and no test
 * report to hand in; packaging brings no chemicals onto a product that is worn.
 */
const COMPLIANCE_CHECKS_BY_CATEGORY: NonNullable<SchemeContent['complianceChecks']> = {
  YARN_FABRIC: [...EVERYBODY, 'chemicals', 'origin', 'test-reports'],
  TRIMS: [...EVERYBODY, 'chemicals', 'origin', 'test-reports'],
  CHEMICALS: [...EVERYBODY, 'chemicals', 'test-reports'],
  LEATHER: [...EVERYBODY, 'chemicals', 'origin', 'test-reports'],
  PACKAGING: [...EVERYBODY, 'origin', 'test-reports'],
  SERVICES: [...EVERYBODY, 'chemicals'],
};

/** The first scheme: 88 checklist items, validity by grade and response times of the programme (domain 2.1, 3). */
export const DEFAULT_SCHEME_CONTENT: SchemeContent = {
  checklist: CHECKLIST_SEED,
  applicationSections: [...APPLICATION_SECTIONS, ...FIRST_COMPLIANCE_SECTIONS],
  complianceChecks: COMPLIANCE_CHECKS_BY_CATEGORY,
  samplingPlan: AQL_DEFAULTS,
  escalationChain: ESCALATION_ROLES,
  requiredCertificates: { LEATHER: ['LWG'], CHEMICALS: ['ZDHC_MRSL'] },
  validityMonths: { A: 24, B: 18, C: 12, D: 6 },
  certificateGraceDays: 30,
  maxInformationLoops: 3,
  maxReturnsToAuditor: 2,
  maxFailedPilots: 2,
  maxVisitRefusals: 2,
  deadlines: DEADLINE_RULES,
};
