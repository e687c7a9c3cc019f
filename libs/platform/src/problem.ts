import { HttpException } from '@nestjs/common';
import type { Refusal } from '#domain';
import { problemKind, type CodeOf, type ProblemCode } from './problem-codes.js';

/** One thing that is wrong in a request body, path or query. */
export interface FieldError {
  /** JSON pointer as a URI fragment: `#/roles/0`. Into the body, or by name into the path or query. */
  readonly pointer: string;
  readonly detail: string;
  readonly code: string;
  /** Where, when it is not the body; `document`: rows and columns of a table that the body names. */
  readonly in?: 'path' | 'query' | 'header' | 'document';
}
/** Problem details (RFC 9457). `code` is the last part of `type`, for those who switch on it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail?: string;
  /** Names this one occurrence: the request id is its last part. */
  readonly instance?: string;
  readonly errors?: readonly FieldError[];
  /** What a refusal names as missing or in the way. */
  readonly items?: readonly string[];
  /** What is there now, and what was sent: for two people who changed the same thing. */
  readonly current?: unknown;
  readonly sent?: unknown;
}
export interface ProblemExtras {
  readonly current?: unknown;
  readonly sent?: unknown;
  readonly detail?: string | undefined;
  readonly errors?: readonly FieldError[];
  readonly items?: readonly string[] | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A problem on its way to the caller. */
export class ProblemException extends HttpException {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, { headers = {}, ...extras }: ProblemExtras = {}) {
    const problem: Problem = { ...problemKind(code), ...withoutUndefined(extras) };
    super(problem, problem.status);
    this.problem = problem;
    this.headers = headers;
  }
}
const withoutUndefined = (extras: object): object =>
  Object.fromEntries(Object.entries(extras).filter(([, value]) => value !== undefined));

/** 404, also for what exists but is not the caller's to see. `what` is a noun: "organisation". */
export const notFound = (what: string): ProblemException =>
  new ProblemException('not-found', { detail: `There is no such ${what}, or you may not see it.` });

/** A rule said no: 403 when it is about who asks, else 409. */
export const refused = ({ code, items }: Refusal): ProblemException => new ProblemException(code, { items });

export const badRequest = (code: CodeOf<400>, detail: string): ProblemException =>
  new ProblemException(code, { detail });

export const alreadyExists = (pointer: string, detail: string): ProblemException =>
  new ProblemException('already-exists', { errors: [{ pointer, detail, code: 'already-exists' }] });

/**
 * 412: tells the current ETag, what is there now and what was sent, so that whoever asked can choose.
 * @param current as the caller may see it; absent when nothing is there
 */
export const preconditionFailed = (
  currentEtag?: string,
  current?: unknown,
  sent?: unknown,
): ProblemException =>
  new ProblemException('precondition-failed', {
    headers: currentEtag === undefined ? {} : { etag: currentEtag },
    current,
    sent,
  });

export const preconditionRequired = (): ProblemException =>
  new ProblemException('precondition-required', {
    detail: 'Send the ETag that you have read in the If-Match header.',
  });

export const missingIdempotencyKey = (): ProblemException =>
  badRequest(
    'missing-idempotency-key',
    'Send an Idempotency-Key header: any text that is new for each new request.',
  );

export const idempotencyKeyReused = (): ProblemException =>
  new ProblemException('idempotency-key-reused', {
    detail: 'The body differs from the first one under this key.',
  });

/** 409: the same request under the same key is being worked on; its answer may be asked for after so many seconds. */
export const inFlight = (retryAfterSeconds: number): ProblemException =>
  new ProblemException('in-flight', { headers: { 'retry-after': String(retryAfterSeconds) } });

/** 503: the same request may be sent again after so many seconds. */
export const unavailable = (code: CodeOf<503>, retryAfterSeconds: number): ProblemException =>
  new ProblemException(code, { headers: { 'retry-after': String(retryAfterSeconds) } });

/** 429: the same request may be sent again after so many seconds. */
export const tooManyRequests = (retryAfterSeconds: number): ProblemException =>
  new ProblemException('too-many-requests', { headers: { 'retry-after': String(retryAfterSeconds) } });

/** 401. `invalid` when a token or a session's cookie was sent that is unknown, expired or ended. */
export const unauthenticated = (invalid = false): ProblemException =>
  new ProblemException('unauthenticated', {
    detail: invalid
      ? 'The token or session is unknown, expired or ended.'
      : 'Sign in, or send a token: Authorization: Bearer ...',
    headers: {
      'www-authenticate': invalid
        ? 'Bearer realm="selvedge", error="invalid_token"'
        : 'Bearer realm="selvedge"',
    },
  });

/** 401: not by its time; what a browser keeps for work without a network goes then. */
export const sessionEnded = (): ProblemException =>
  new ProblemException('session-ended', {
    headers: { 'www-authenticate': 'Bearer realm="selvedge", error="invalid_token"' },
  });

/** 422 with one entry per field. */
export const invalid = (...errors: readonly FieldError[]): ProblemException =>
  new ProblemException('validation', { errors });
