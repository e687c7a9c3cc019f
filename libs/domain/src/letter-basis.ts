import { CHECK_KINDS, type CaseState } from './case-state.js';
import type { JournalEntry } from './decide.js';
import type { CaseEvent } from './decision.js';
import type { EventType } from './events.js';
import type { LetterBasis, LetterLine } from './letters.js';

/** Decisions that stand on checks which were not passed. */
const ON_CHECKS: readonly EventType[] = [
  'qualification-rejected',
  'qualification-suspended',
  'qualification-revoked',
];
/** Decisions that stand on the grade of the audit. */
const ON_GRADE: readonly EventType[] = [
  'assessment-passed',
  'qualification-granted',
  'qualification-renewed',
];

/** The score of the audit, as long as it is still the one that was decided on. */
function scoreLine({ audit }: CaseState, events: readonly CaseEvent[]): readonly LetterLine[] {
  const graded = events.find(({ type }) => ON_GRADE.includes(type));
  const byGrade = events.some(
    ({ type, params }) => type === 'qualification-rejected' && params['reason'] === 'grade',
  );
  const { current } = audit;
  if (!current || audit.signed !== true) return [];
  if (!byGrade && graded?.params['grade'] !== current.grade) return [];
  return [{ code: 'basis:score', params: { grade: current.grade, total: current.total } }];
}

/** The nonconformities that a decision sends to correct, in the words of the scheme. */
function findingLines(events: readonly CaseEvent[], { told, scheme }: LetterBasis): readonly LetterLine[] {
  const items = events.flatMap(({ type, params }) =>
    type === 'corrective-actions-required' && Array.isArray(params['items'])
      ? (params['items'] as readonly string[])
      : [],
  );
  return items.flatMap((item): readonly LetterLine[] => {
    const action = told.correctiveActions[item];
    const question = scheme.checklist.items.find(({ id }) => id === item)?.question;
    if (!action) return [];
    if (!question) return [{ code: 'basis:open', params: { subject: item, severity: action.severity } }];
    return [{ code: 'basis:finding', params: { item, severity: action.severity, question } }];
  });
}

/** What a decision rests on: the score, the findings, the checks that were not passed, the papers that were read. */
export function basisOf(
  entry: JournalEntry,
  events: readonly CaseEvent[],
  basis: LetterBasis,
): readonly LetterLine[] {
  const { told, papers } = basis;
  // Checks change later: they are named as long as this is the decision that stands, or that is appealed against.
  const stands = [told.enteredAt, told.appeal?.decisionAt].includes(entry.occurredAt);
  const onChecks = events.some(({ type }) => ON_CHECKS.includes(type)) && stands;
  const failed = CHECK_KINDS.filter((kind) => onChecks && told.checks[kind]?.verdict === 'FAIL');
  const kinds = [...new Set(papers.map((paper) => paper.split(':')[0] ?? paper))];
  return [
    ...scoreLine(told, events),
    ...findingLines(events, basis),
    ...failed.map((check) => ({ code: 'basis:check', params: { check } })),
    ...kinds.map((paper) => ({ code: 'basis:paper', params: { paper } })),
  ];
}
