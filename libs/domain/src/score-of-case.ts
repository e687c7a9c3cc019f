import type { CaseState } from './case-state.js';
import type { Answer, AnswerValue, Answers, Checklist, ChecklistItem } from './checklist.js';
import { scoreOptions } from './rules/score-options.js';
import { score, type Score } from './scoring.js';

const as = (value: AnswerValue): Answer => ({ value, reasonGiven: true, evidenceCount: 1, noteLength: 0 });

/**
 * The answers of a submitted audit as the state tells them: what was found, what does not apply, what is credited and
 * by nobody answered; the rest was conform. Undefined before the first submission, and of an audit that was submitted
 * before the state kept what does not apply.
 */
export function answersTold({ audit }: CaseState, items: readonly ChecklistItem[]): Answers | undefined {
  const { notApplicable, findings, credits = [] } = audit;
  if (!notApplicable || !audit.current) return undefined;
  const credited = new Set(credits.map(({ itemId }) => itemId));
  const found = new Map<string, AnswerValue>([
    ...items.filter(({ id }) => !credited.has(id)).map(({ id }) => [id, 'conform'] as const),
    ...notApplicable.map((id) => [id, 'not-applicable'] as const),
    ...findings.filter(({ itemId }) => !credited.has(itemId)).map((f) => [f.itemId, f.value] as const),
  ]);
  return Object.fromEntries([...found].map(([id, value]) => [id, as(value)]));
}

/**
 * The current score of a case in full: sections, limits and the reason of each lost point. Made of the state alone, so
 * that whoever is told a state is told the score that goes with it.
 * @param items the items that the case is asked
 * @returns undefined when the state does not tell
 */
export function scoreOfCase(
  state: CaseState,
  items: readonly ChecklistItem[],
  { sections, scoring }: Pick<Checklist, 'sections' | 'scoring'>,
): Score | undefined {
  const answers = answersTold(state, items);
  return answers && score(items, answers, sections, scoring, scoreOptions(state));
}
