import type { ProblemView } from '#client';

/** The API said no: problem details (RFC 9457). */
export class Refused extends Error {
  constructor(readonly problem: Partial<ProblemView>) {
    super(problem.title ?? 'The API refused.');
  }

  /** What to say of it: title and code, detail, and one line for each thing that is wrong. */
  get lines(): readonly string[] {
    const { title, status, code, detail, errors = [], items = [] } = this.problem;
    return [
      `${title ?? 'refused'} (${[status, code].filter(Boolean).join(' ')})`,
      ...(detail ? [detail] : []),
      ...errors.map((error) => `${error.pointer || '/'}: ${error.detail}`),
      ...items.map((item) => `- ${item}`),
    ];
  }
}

/** Nobody answered, or not in the way the API does. */
export class Unreachable extends Error {}

interface Answered<T> {
  readonly data?: T | undefined;
  readonly error?: unknown;
  readonly response?: Response;
}
const isProblem = (error: unknown): error is ProblemView =>
  typeof error === 'object' && error !== null && 'title' in error && 'status' in error;

/**
 * The answer to a request.
 * @throws Refused when the API refused it, Unreachable when it did not come to an answer of the API
 */
export async function answerTo<T>(asked: Promise<Answered<T>>): Promise<T> {
  const { data, error, response } = await asked;
  if (response?.ok) return data as T;
  if (isProblem(error)) throw new Refused(error);
  if (response) throw new Unreachable(`it answered ${response.status}, and no problem details`);
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  throw new Unreachable(cause instanceof Error ? cause.message || message : message);
}
