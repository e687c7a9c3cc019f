import { ERRORS } from '@tus/server';
import { BlobError } from '#evidence';
import { ProblemException, unavailable } from '#platform';

/** Of the tus protocol. */
export const VERSION = '1.0.0';
const RETRY_AFTER_S = 5;
/** No space, over the limit of the user, over the limit of the file system. */
const FULL: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** What the server of the tus protocol throws: plain objects with a status. */
interface TusError {
  readonly status_code: number;
  readonly body?: string;
}
const isTusError = (error: unknown): error is TusError =>
  typeof error === 'object' && error !== null && 'status_code' in error;
/** Whether the protocol's server says that there is no such upload, or none any more. */
export const isAbsent = (error: unknown): boolean =>
  isTusError(error) && [404, 410].includes(error.status_code);
const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

/**
 * Whether disk or bucket refused: errors of the file system carry the system call that failed, and those of the network
 * name an address beside it; errors of S3 say whose fault it is, or that it took too long.
 */
export const isStorageError = (error: unknown): boolean =>
  error instanceof Error &&
  (('syscall' in error && !('address' in error)) || '$fault' in error || error.name === 'TimeoutError');

/** An error of disk or bucket, for the caller; one of the protocol stays what it is. */
export function storageProblem(error: unknown): unknown {
  if (isTusError(error) || isAbort(error) || error instanceof BlobError) return error;
  const full = FULL.includes((error as { code?: unknown }).code);
  const problem = full
    ? new ProblemException('storage-full', { headers: { 'retry-after': '60' } })
    : unavailable('storage-unavailable', RETRY_AFTER_S);
  return Object.assign(problem, { cause: error });
}

const locked = (): ProblemException =>
  new ProblemException('upload-locked', { headers: { 'retry-after': '1' } });

export const otherVersion = (): ProblemException =>
  new ProblemException('tus-version-unsupported', { headers: { 'tus-version': VERSION } });

const BY_ERROR = new Map<unknown, () => ProblemException>([
  [ERRORS.ERR_LOCK_TIMEOUT, locked],
  [ERRORS.ABORTED, locked], // another request of the same upload asked for it
  [ERRORS.INVALID_CONTENT_TYPE, () => new ProblemException('unsupported-media-type')],
  [ERRORS.INVALID_OFFSET, () => new ProblemException('offset-differs')],
]);
const BY_STATUS: Readonly<Record<number, () => ProblemException>> = {
  404: () => new ProblemException('upload-ended'),
  410: () => new ProblemException('upload-ended'),
  413: () => new ProblemException('too-large'),
};

/** The problem that the protocol's own answer is. @param body words of the protocol, about headers only */
export function problemOfStatus(status: number, body?: string): ProblemException {
  return BY_STATUS[status]?.() ?? new ProblemException('malformed-request', { detail: body?.trim() });
}

/** What goes to the caller for something that was thrown while the protocol was at work. */
export function uploadProblem(error: unknown): unknown {
  if (error instanceof ProblemException) return error;
  // A stream that breaks tells its own error, before whoever writes it can say what that means.
  if (isStorageError(error)) return storageProblem(error);
  if (!isTusError(error)) return error;
  return BY_ERROR.get(error)?.() ?? problemOfStatus(error.status_code, error.body);
}
