import type { ProblemView } from '#client';
import { Problem } from './problem.js';

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  /** Absent when nobody answered. */
  readonly response?: Response;
}
export interface Told<T> {
  readonly data: T;
  /** The version that was read, as `If-Match` takes it. */
  readonly etag: string | undefined;
  readonly status: number;
}

const retryAfter = (response: Response): number | undefined =>
  Number(response.headers.get('retry-after')) || undefined;

/** What the API answered, with its version. @throws Problem when it refused or nobody answered */
export async function toldWithVersion<T>(asked: Promise<Answer<T>>): Promise<Told<T>> {
  // An answer that breaks off in the middle is none.
  const broken: Answer<T> = {};
  const { data, error, response } = await asked.catch(() => broken);
  if (!response) throw new Problem('network', 0);
  if (!response.ok) {
    const view =
      typeof error === 'object' && error !== null && 'code' in error ? (error as ProblemView) : undefined;
    throw new Problem(view?.code ?? 'unexpected-answer', response.status, view, retryAfter(response));
  }
  return { data: data as T, etag: response.headers.get('etag') ?? undefined, status: response.status };
}

/** What the API answered. @throws Problem when it refused or nobody answered */
export const told = async <T>(asked: Promise<Answer<T>>): Promise<T> => (await toldWithVersion(asked)).data;

const MOST = 200;
/** All of a list, page by page: for what one chooses from. */
export async function toldAll<T>(
  load: (page: {
    readonly cursor: string | undefined;
    readonly limit: number;
  }) => Promise<Answer<{ readonly items: readonly T[]; readonly next: string | null }>>,
): Promise<readonly T[]> {
  const all: T[] = [];
  for (let cursor: string | undefined; ;) {
    const { items, next } = await told(load({ cursor, limit: MOST }));
    all.push(...items);
    if (next === null) return all;
    cursor = next;
  }
}
