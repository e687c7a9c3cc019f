import type { StandardSchemaV1 } from '@standard-schema/spec';
import { invalid, type FieldError, type ProblemException } from './problem.js';

const MAX_ERRORS = 50;
type Path = readonly (PropertyKey | StandardSchemaV1.PathSegment)[];
const escape = (segment: string): string => segment.replaceAll('~', '~0').replaceAll('/', '~1');

/** RFC 6901 in its fragment form. */
export const jsonPointer = (path: Path): string =>
  `#${path.map((part) => `/${escape(String(typeof part === 'object' ? part.key : part))}`).join('')}`;

/** What zod says of an issue beside the standard. */
interface ZodIssue extends StandardSchemaV1.Issue {
  readonly code?: string;
  readonly keys?: readonly string[];
}

function toErrors(issue: ZodIssue, at: Path): readonly FieldError[] {
  const path = [...at, ...(issue.path ?? [])];
  const code = (issue.code ?? 'invalid').replaceAll('_', '-');
  const unknown = issue.code === 'unrecognized_keys' ? (issue.keys ?? []) : [];
  if (unknown.length === 0) return [{ pointer: jsonPointer(path), detail: issue.message, code }];
  return unknown.map((key) => ({
    pointer: jsonPointer([...path, key]),
    detail: 'is not known here',
    code: 'unknown-field',
  }));
}

/**
 * What the validation pipe throws: 422, each field named by its JSON pointer.
 * @param where the part of the request that is not the body, with the name of a single parameter
 */
export function validationProblem(
  issues: readonly StandardSchemaV1.Issue[],
  where?: { readonly in: 'path' | 'query' | 'header'; readonly name?: string | undefined },
): ProblemException {
  const at = where?.name === undefined ? [] : [where.name];
  const errors = issues.slice(0, MAX_ERRORS).flatMap((issue) => toErrors(issue, at));
  return invalid(...errors.map((error) => (where ? { ...error, in: where.in } : error)));
}
