import type { Checklist, ChecklistItem, ChecklistSection, ScoringRules } from '../checklist.js';
import { BUSINESS_ITEMS } from './checklist-business.js';
import { QUALITY_ITEMS } from './checklist-quality.js';
import { SOCIAL_ITEMS } from './checklist-social.js';
import { SAFETY_ITEMS } from './checklist-safety.js';
import { ENVIRONMENT_ITEMS } from './checklist-environment.js';
import { CAPACITY_ITEMS } from './checklist-capacity.js';
import { inAllLanguages } from './texts/checklist-texts.js';
import { TRACEABILITY_ITEMS } from './checklist-traceability.js';

/** Sections with their weight in per cent of the total. */
export const CHECKLIST_SECTIONS: readonly ChecklistSection[] = [
  { code: 'BL', title: 'Business & legal', weight: 10 },
  { code: 'QM', title: 'Quality management', weight: 18 },
  { code: 'SL', title: 'Social & labour', weight: 24 },
  { code: 'HS', title: 'Health & safety', weight: 16 },
  { code: 'EN', title: 'Environment & chemicals', weight: 16 },
  { code: 'CD', title: 'Capacity & delivery', weight: 10 },
  { code: 'TR', title: 'Traceability & origin', weight: 6 },
];

/** Domain paper 3.1: value of an answer, grades, floors and how long a corrective action may take. */
export const SCORING_RULES: ScoringRules = {
  values: { conform: 1, partial: 0.5, nonconform: 0, 'not-verified': 0 },
  grades: [
    { grade: 'A', min: 90, maxMajorOpen: 2, maxCriticalOpen: 0 },
    { grade: 'B', min: 80, maxMajorOpen: 5, maxCriticalOpen: 0 },
    { grade: 'C', min: 70, maxMajorOpen: 8, maxCriticalOpen: 0 },
    { grade: 'D', min: 55, maxCriticalOpen: 3 },
    { grade: 'E', min: 0 },
  ],
  maxOpenCritical: 3,
  limitedGrade: 'D',
  sectionFloors: { SL: 60, HS: 60, EN: 50, QM: 60 },
  maxNotApplicableShare: 0.2,
  capDeadlineDays: { critical: 30, major: 90, minor: 180 },
};

/**
 * All 88 items in section order. ILO conventions and ISO clauses are certain; Cambodian article numbers are certain for
 * 12, 15-16, 22-29, 137, 139, 144, 177, 179, 182-183 and 283, a Cambodian labour lawyer must review the others.
 */
export const CHECKLIST_ITEMS: readonly ChecklistItem[] = [
  ...BUSINESS_ITEMS,
  ...QUALITY_ITEMS,
  ...SOCIAL_ITEMS,
  ...SAFETY_ITEMS,
  ...ENVIRONMENT_ITEMS,
  ...CAPACITY_ITEMS,
  ...TRACEABILITY_ITEMS,
].map(inAllLanguages);

/** The programme's own checklist: original wording. Since 1.1.0 it has conditions and words in three languages. */
export const CHECKLIST_SEED: Checklist = {
  version: '1.1.0',
  sections: CHECKLIST_SECTIONS,
  items: CHECKLIST_ITEMS,
  scoring: SCORING_RULES,
};
