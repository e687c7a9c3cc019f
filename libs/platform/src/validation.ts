import type { StandardSchemaV1 } from '@standard-schema/spec';
import { invalid, type FieldError, type ProblemException } from './problem.js';

const MAX_ERRORS = 50;
const escape = (segment: string): string => segment.replaceAll('~', '~0').replaceAll('/', '~1');

/** RFC 6901 in its fragment form. */
export const jsonPointer = (path: readonly (PropertyKey | StandardSchemaV1.PathSegment)[]): string =>
  `#${path.map((part) => `/${escape(String(typeof part === 'object' ? part.key : part))}`).join('')}`;

const toError = (issue: StandardSchemaV1.Issue): FieldError => ({
  pointer: jsonPointer(issue.path ?? []),
  detail: issue.message,
  code: 'code' in issue && typeof issue.code === 'string' ? issue.code.replaceAll('_', '-') : 'invalid',
});

/** What the validation pipe throws: 422, each field named by its JSON pointer. */
export const validationProblem = (issues: readonly StandardSchemaV1.Issue[]): ProblemException =>
  invalid(...issues.slice(0, MAX_ERRORS).map(toError));
