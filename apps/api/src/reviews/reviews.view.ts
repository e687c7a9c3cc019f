import type { ReviewView } from '#contracts';
import { draftActions, itemsOf, refusalsOf, type AuditScore, type CommandOf, type Person } from '#domain';
import type { CaseDetail } from '#persistence';
import { refusalText, type Language } from '#wording';

type Verdict = CommandOf<
  'pass-review' | 'require-corrective-actions' | 'propose-rejection' | 'return-to-auditor'
>;

/** What each outcome of the score asks for. */
const FITS: Readonly<Record<AuditScore['outcome'], Verdict['type']>> = {
  pass: 'pass-review',
  conditional: 'require-corrective-actions',
  fail: 'propose-rejection',
};

/** Whether the assessment may go back is judged by one item; which ones, whoever sends it back says. */
const verdicts = ({ state, facts }: CaseDetail): readonly Verdict[] => [
  { type: 'pass-review' },
  { type: 'require-corrective-actions' },
  { type: 'propose-rejection', reason: 'grade' },
  { type: 'propose-rejection', reason: 'failed-check' },
  {
    type: 'return-to-auditor',
    items: itemsOf(state, facts)
      .slice(0, 1)
      .map(({ id }) => id),
  },
];

/** An assessment as a reviewer looks at it; `now` as the case counts time. */
export function reviewView(detail: CaseDetail, actor: Person, now: string, language: Language): ReviewView {
  const { state, facts } = detail;
  const { current, phase, zeroTolerance, returns } = state.audit;
  const decisions = verdicts(detail).map((command) => ({
    type: command.type,
    ...(command.type === 'propose-rejection' && { reason: command.reason }),
    fits: current !== undefined && FITS[current.outcome] === command.type,
    refusals: refusalsOf(state, command, facts, actor, now).map(({ code, items = [] }) => ({
      ...{ code, items: [...items] },
      words: refusalText(language, code),
    })),
  }));
  const drafts = phase === 'submitted' ? draftActions(state, facts, now) : {};
  return {
    proposed: current ?? null,
    decisions,
    correctiveActions: Object.entries(drafts).map(([id, { severity, dueAt }]) => ({ id, severity, dueAt })),
    zeroTolerance,
    returns: { used: returns, most: facts.scheme.maxReturnsToAuditor },
  };
}
