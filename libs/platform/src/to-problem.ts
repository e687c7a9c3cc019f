import { HttpException } from '@nestjs/common';
import { databaseProblem } from './database-errors.js';
import { ProblemException } from './problem.js';
import type { GeneralCode } from './problem-codes.js';

/** The code that stands for a status when nothing more is known. */
const BY_STATUS: Readonly<Record<number, GeneralCode>> = {
  400: 'malformed-request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  406: 'not-acceptable',
  408: 'request-timeout',
  413: 'too-large',
  414: 'uri-too-long',
  415: 'unsupported-media-type',
  422: 'validation',
  429: 'too-many-requests',
  431: 'headers-too-large',
  503: 'shutting-down',
};

const statusOf = (error: unknown): number | undefined => {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
};

/** Words of the framework about a request it could not take; a parser's own words may quote the body, so not those. */
const detailOf = (error: unknown, status: number): string | undefined => {
  if (status === 404) return 'There is nothing at this address.';
  if (error instanceof SyntaxError) return 'The body is not valid JSON.';
  return error instanceof Error && status < 500 ? error.message : undefined;
};

/**
 * The problem an error is to its caller. What we did not foresee is 500 and says nothing of its cause.
 * @returns with `unforeseen` when the error is worth a look in the log
 */
export function toProblem(error: unknown): { exception: ProblemException; unforeseen: boolean } {
  if (error instanceof ProblemException)
    return { exception: error, unforeseen: error.problem.status === 500 };
  const status = statusOf(error);
  const code = status === undefined ? undefined : BY_STATUS[status];
  if (status !== undefined && code) {
    return { exception: new ProblemException(code, { detail: detailOf(error, status) }), unforeseen: false };
  }
  const database = databaseProblem(error);
  if (database) return { exception: database, unforeseen: true };
  const badCall = status !== undefined && status >= 400 && status < 500;
  return {
    exception: new ProblemException(badCall ? 'malformed-request' : 'internal'),
    unforeseen: !badCall,
  };
}
