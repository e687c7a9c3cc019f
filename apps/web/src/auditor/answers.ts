import type { AuditAnswer, AuditView } from '#client';
import {
  answerProblems,
  isGrave,
  submissionGaps,
  type Answer,
  type AnswerProblem,
  type Severity,
} from '#domain';

export type Item = AuditView['checklist'][number];
export type Answers = Readonly<Record<string, AuditAnswer | undefined>>;

/** What an auditor wrote, reduced to what the rules ask of it. */
const reduced = ({ value, reason, note, evidence }: AuditAnswer): Answer => ({
  value,
  ...{ reasonGiven: !!reason?.trim(), evidenceCount: evidence?.length ?? 0 },
  noteLength: note?.trim().length ?? 0,
});
const ruled = ({ severity }: Item) => ({ severity: severity as Severity });

/** What keeps an answer from being handed in. */
export const problemsOf = (item: Item, answer: AuditAnswer | undefined): readonly AnswerProblem[] =>
  answer ? answerProblems(ruled(item), reduced(answer)) : [];
export const grave = (item: Item): boolean => isGrave(ruled(item));

/** `carried`: a renewal does not ask it again. `credited`: a report of another scheme covers it. Neither needs an answer. */
export type ItemState = 'open' | 'incomplete' | 'answered' | 'carried' | 'credited';
export function stateOf(item: Item, answers: Answers, carried: Readonly<Record<string, string>>): ItemState {
  const answer = answers[item.id];
  if (answer) return problemsOf(item, answer).length > 0 ? 'incomplete' : 'answered';
  if (item.id in carried) return 'carried';
  return item.credited ? 'credited' : 'open';
}
export const isDone = (state: ItemState): boolean => state !== 'open' && state !== 'incomplete';

/** Items that the audit cannot be handed in without, as the rules will say it; what buyers ask beside does not count. */
export function gapsOf(
  items: readonly Item[],
  answers: Answers,
  carried: Readonly<Record<string, string>>,
): readonly string[] {
  const asked = items.filter(
    ({ id, overlayOf, credited }) => overlayOf === null && (answers[id] || !(credited || id in carried)),
  );
  const given = Object.fromEntries(
    asked.flatMap(({ id }) => {
      const answer = answers[id];
      return answer ? [[id, reduced(answer)]] : [];
    }),
  );
  return submissionGaps(
    asked.map(({ id, severity }) => ({ id, severity }) as never),
    given,
  );
}

export interface Progress {
  readonly done: number;
  readonly all: number;
}
export function progressOf(
  items: readonly Item[],
  answers: Answers,
  carried: Readonly<Record<string, string>>,
): Progress {
  const done = items.filter((item) => isDone(stateOf(item, answers, carried))).length;
  return { done, all: items.length };
}

export const sectionsIn = (items: readonly Item[]): readonly string[] => [
  ...new Set(items.map(({ section }) => section)),
];

/** The first item after this one, round to it again, that still wants something. */
export function nextOpen(
  items: readonly Item[],
  answers: Answers,
  carried: Readonly<Record<string, string>>,
  after?: string,
): Item | undefined {
  const at = items.findIndex(({ id }) => id === after) + 1;
  return [...items.slice(at), ...items.slice(0, at)].find(
    (item) => item.id !== after && !isDone(stateOf(item, answers, carried)),
  );
}
