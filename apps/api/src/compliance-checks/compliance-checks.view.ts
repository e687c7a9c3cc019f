import { CHECK_REGISTER, type CaseState, type CheckKind } from '#domain';
import type { CheckRunRow } from '#persistence';
import { explain, type Language } from '#wording';

type NextRun = { readonly at: string | null; readonly why: string } | null;

/** When the machine looks again by itself, and why; null when only a change or a person makes it. */
function nextRunOf({ checks, deadlines }: CaseState, kind: CheckKind): NextRun {
  if (checks[kind]?.verdict === 'PENDING') return { at: null, why: 'requested' };
  const next = deadlines.find(
    (deadline) => deadline.subject === kind && ['check-retry', 'check-expiry'].includes(deadline.kind),
  );
  if (!next) return null;
  const atNewYear = CHECK_REGISTER[kind].triggers.includes('new-year') ? 'new-year' : 'expiry';
  const why = next.kind === 'check-retry' ? 'could-not-run' : atNewYear;
  return { at: next.steps[0]?.at ?? next.dueAt, why };
}

const inWords = (run: CheckRunRow, language: Language) => ({
  ...run,
  explanation: run.explanation.map(({ code, params }) => ({
    ...{ code, params, words: explain(code, params, language) },
  })),
});

/**
 * One check of a case: what the programme declares of it, where it stands, what its last run said and when the next will be.
 * @param runs latest runs, as far as the reader may know of them
 * @param inside whether the reader is the supplier or the programme office: others see verdicts only
 */
export function checkView(
  state: CaseState,
  kind: CheckKind,
  { runs, inside, language }: { runs: readonly CheckRunRow[]; inside: boolean; language: Language },
) {
  const { number, sections, inputs, source, triggers, decides } = CHECK_REGISTER[kind];
  const { verdict, expiresAt, seen, decidedBy } = state.checks[kind] ?? { verdict: 'PENDING' };
  const run = runs.find((one) => one.kind === kind);
  return {
    ...{ kind, number, sections, inputs, source, triggers, decides, verdict },
    expiresAt: expiresAt ?? null,
    lastRun: run ? inWords(run, language) : null,
    nextRun: inside ? nextRunOf(state, kind) : null,
    seen: (inside && seen) || null,
    decidedBy: decidedBy ?? null,
  };
}
