import { createHash } from 'node:crypto';
import { badRequest, preconditionFailed, preconditionRequired } from './problem.js';

export interface Preconditions {
  readonly ifMatch?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
}

/** The strong ETag of a row's version (RFC 9110, 8.8.3). */
export const etagOf = (version: number): string => `"${version}"`;

/** The strong ETag of an answer that has no version: a digest of what it says. */
export const contentEtag = (answer: unknown): string =>
  `"${createHash('sha256').update(JSON.stringify(answer)).digest('base64url').slice(0, 27)}"`;

const versionIn = (header: string): number => {
  const value = header.trim();
  if (value === '*' || value.includes(',')) {
    throw badRequest(
      'invalid-precondition',
      'If-Match must name one version: send the ETag that you have read.',
    );
  }
  const version = /^"(\d{1,9})"$/.exec(value)?.[1];
  if (version === undefined) throw preconditionFailed(); // well formed or not, it is none of our versions
  return Number(version);
};

/**
 * The version a caller believes to be changing.
 * @throws ProblemException 428 without `If-Match`; 400 for `*`, which would let a blind write through
 */
export function expectedVersion({ ifMatch }: Preconditions): number {
  if (ifMatch === undefined) throw preconditionRequired();
  return versionIn(ifMatch);
}

/**
 * As `expectedVersion`, or 0 for `If-None-Match: *`: the caller believes that nothing is there yet.
 * @throws ProblemException 428 without either, 400 with both
 */
export function expectedVersionOrNone({ ifMatch, ifNoneMatch }: Preconditions): number {
  if (ifNoneMatch === undefined) return expectedVersion({ ifMatch });
  if (ifMatch !== undefined || ifNoneMatch.trim() !== '*') {
    throw badRequest('invalid-precondition', 'Send either If-Match with one ETag, or If-None-Match: *.');
  }
  return 0;
}

/** Whether a reader already has this version (`If-None-Match` on GET, weak comparison). */
export const alreadyRead = (ifNoneMatch: string | undefined, etag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
