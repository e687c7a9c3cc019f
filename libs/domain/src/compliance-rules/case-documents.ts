import { finding, resultOf } from './findings.js';
import type { RuleResult, RuleVerdict } from './result.js';

/** What the examination found of all documents of a case, in numbers: whose they are is for the office alone. */
export interface DocumentCounts {
  readonly documents: number;
  /** Of these, how many it found something in. */
  readonly questionable: number;
  readonly worst: Exclude<RuleVerdict, 'PASS'> | null;
}
/** Photos that are to show the site and say where they were taken. */
export interface PhotoCounts {
  readonly photos: number;
  readonly located: number;
  /** Of the located ones, how many were taken 300 m away or more. */
  readonly far: number;
}

/**
 * Authenticity of a case's documents (domain 4, row 15): the gravest finding of any of them. Each is judged when it is
 * uploaded; without a document there is nothing to judge, which is no pass.
 */
export function checkCaseDocuments({ documents, questionable, worst }: DocumentCounts): RuleResult {
  if (documents === 0) return resultOf([finding('WARN', 'no-documents')]);
  return worst === null
    ? resultOf([finding('PASS', 'documents-plausible', { documents })])
    : resultOf([finding(worst, 'documents-in-question', { documents, questionable })]);
}

const NEAR_SHARE = 0.8;

/**
 * Location (domain 4, row 16): at least 80 % of the photos that show the site were taken less than 300 m from it. Photos
 * that do not say where they were taken count neither way.
 */
export function checkPhotoLocations({ photos, located, far }: PhotoCounts): RuleResult {
  if (located === 0) return resultOf([finding('WARN', 'no-located-photos', { photos })]);
  const share = (located - far) / located;
  const params = { located, percent: Math.floor(share * 100) };
  return share >= NEAR_SHARE
    ? resultOf([finding('PASS', 'photos-at-site', params)])
    : resultOf([finding('WARN', 'photos-away-from-site', params)]);
}
