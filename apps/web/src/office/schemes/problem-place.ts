import type { SchemeDeadlineKind } from '#domain';
import { DEADLINES, PLACES, TERMS, type Terms } from './terms.js';

const ITEM = /\/checklist\/items\/(\d+)(?:\/([^/]+))?/;
const DEADLINE = /^\/deadlines\/([^/]+)/;

/** What a pointer of a refusal is about. */
export interface ProblemPlace {
  /** An item, and which field of it. */
  readonly itemId?: string;
  readonly field?: string;
  /** The page on which the rest is written. */
  readonly terms?: Terms;
  readonly deadline?: SchemeDeadlineKind;
  /** Where it stands, with dots between. */
  readonly path: string;
}

/** @param ids of the items in their order */
export function placeOf(pointer: string, ids: readonly string[]): ProblemPlace {
  const inContent = pointer.replace(/^#?\/content/, '');
  const path = inContent.replace(/^\//, '').replaceAll('/', '.');
  const [, nth, field] = ITEM.exec(inContent) ?? [];
  const itemId = nth === undefined ? undefined : ids[Number(nth)];
  if (itemId) return { path, itemId, ...(field && { field }) };
  const deadline = DEADLINES.find((kind) => kind === DEADLINE.exec(inContent)?.[1]);
  const terms = TERMS.find((one) => PLACES[one].some((start) => inContent.startsWith(start)));
  return { path, ...(deadline && { deadline }), ...(terms && { terms }) };
}
