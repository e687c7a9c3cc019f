import type { Aql, InspectionLevel } from './aql-tables.js';
import type { InputCategory } from './input-categories.js';

/** What a lot of this category needs beside, or instead of, counting defects in a sample. */
export const INSPECTION_METHODS = [
  'four-point-on-rolls',
  'grade-and-defect-area',
  'certificate-of-analysis',
] as const;
export type InspectionMethod = (typeof INSPECTION_METHODS)[number];

export interface AqlDefault {
  readonly level: InspectionLevel;
  readonly major: Aql;
  readonly minor: Aql;
  readonly alsoBy?: InspectionMethod;
}

/**
 * Terms of a pilot lot unless the buyer agreed others; critical defects are accepted on zero everywhere.
 * Industry practice. Rolls are graded by ASTM D5430 (four-point, 10 % of rolls, at least 3: a roll up to 28 points per
 * 100 square yards, the lot's mean up to 20); hides by grade and defect area; a chemical batch brings its certificate.
 */
export const AQL_DEFAULTS: Readonly<Record<InputCategory, AqlDefault>> = {
  YARN_FABRIC: { level: 'II', major: '2.5', minor: '4.0', alsoBy: 'four-point-on-rolls' },
  TRIMS: { level: 'II', major: '1.5', minor: '4.0' },
  CHEMICALS: { level: 'S-2', major: '1.0', minor: '4.0', alsoBy: 'certificate-of-analysis' },
  LEATHER: { level: 'II', major: '2.5', minor: '4.0', alsoBy: 'grade-and-defect-area' },
  PACKAGING: { level: 'II', major: '2.5', minor: '4.0' },
  SERVICES: { level: 'II', major: '2.5', minor: '4.0' },
};
