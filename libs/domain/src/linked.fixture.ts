import type { Answer } from './checklist.js';
import type { Facts, PreviousCase } from './facts.js';
import { APPLICATION, AUDIT } from './papers.js';
import { PEOPLE } from './people.fixture.js';
import type { Refusal } from './refusals.js';
import { SECTIONS } from './walk-facts.fixture.js';
import { OPEN, Walk } from './walk.fixture.js';

/** A case as the next one of the same site reads it. */
export function asPrevious({ state, scheme, papers }: Walk): PreviousCase {
  const answers = Object.entries(papers[AUDIT] ?? {}) as [string, Answer][];
  return {
    state,
    scheme,
    answers: Object.fromEntries(answers.map(([id, { value }]) => [id, value])),
    workers: SECTIONS[APPLICATION].profile.workers,
    rewritten: [],
  };
}

/** Who these people are, in every organisation that they work for. */
export const membershipsOf = (ids: readonly string[]): NonNullable<Facts['panel']>['named'] =>
  Object.fromEntries(ids.map((id) => [id, Object.values(PEOPLE).filter(({ personId }) => personId === id)]));

/** What an `open` that names this case as the one before is answered. */
export function refusedNext(old: Walk, change: object = {}): Refusal {
  const walk = new Walk(old.state.category);
  walk.now = old.now;
  walk.previous = asPrevious(old);
  walk.former = [old.state];
  walk.state = { ...walk.state, seq: 0 };
  const open = { ...OPEN, category: old.state.category, previousId: 'case', ...change } as const;
  return walk.refused(open, 'supplier');
}
