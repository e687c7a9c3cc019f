import { APPLICATION_SECTIONS, COMPLIANCE_SECTIONS } from '../application.js';
import { ESCALATION_ROLES, type SchemeContent } from '../scheme.js';
import { AQL_DEFAULTS } from './aql-defaults.js';
import { CHECKLIST_SEED } from './checklist-seed.js';
import { DEADLINE_RULES } from './deadline-rules.js';

/** The first scheme: 88 checklist items, validity by grade and response times of the programme (domain 2.1, 3). */
export const DEFAULT_SCHEME_CONTENT: SchemeContent = {
  checklist: CHECKLIST_SEED,
  applicationSections: [...APPLICATION_SECTIONS, ...COMPLIANCE_SECTIONS],
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
