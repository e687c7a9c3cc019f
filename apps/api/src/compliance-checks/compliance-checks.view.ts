import { CHECK_REGISTER, type CaseState, type CheckKind } from '#domain';
import type { CheckRunRow } from '#persistence';
import { explain, type Language } from '#wording';
import { hitsOf } from './screening-hits.view.js';

interface Reader {
  readonly runs: readonly CheckRunRow[];
  readonly inside: boolean;
  readonly office: boolean;
  readonly language: Language;
}
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

type Explanation = CheckRunRow['explanation'][number];
const isPair = ({ code }: Explanation): boolean => code === 'list-hit' || code === 'cleared-pair';

/** Whom a list may mean is between officers: the supplier is told that one of them looks. */
function told(run: CheckRunRow, office: boolean): readonly Explanation[] {
  if (office) return run.explanation;
  const others = run.explanation.filter((one) => !isPair(one));
  const looks = run.explanation.some(({ code }) => code === 'list-hit');
  return [...(looks ? [{ code: 'officer-looks', params: {} }] : []), ...others];
}

const inWords = (run: CheckRunRow, language: Language, office: boolean) => ({
  ...run,
  explanation: told(run, office).map(({ code, params }) => ({
    // What a hit was found by is told beside, taken apart.
    ...{ code, params: Object.fromEntries(Object.entries(params).filter(([name]) => name !== 'match')) },
    words: explain(code, params, language),
  })),
});

/**
 * One check of a case: what the programme declares of it, where it stands, what its last run said and when the next will be.
 * @param runs latest runs, as far as the reader may know of them
 * @param inside whether the reader is the supplier or the programme office: others see verdicts only
 * @param office whether it is the office, which sees the hits on lists
 */
export function checkView(state: CaseState, kind: CheckKind, { runs, inside, office, language }: Reader) {
  const { number, sections, inputs, source, triggers, decides } = CHECK_REGISTER[kind];
  const { verdict, expiresAt, seen, decidedBy } = state.checks[kind] ?? { verdict: 'PENDING' };
  const run = runs.find((one) => one.kind === kind);
  return {
    ...{ kind, number, sections, inputs, source, triggers, decides, verdict },
    expiresAt: expiresAt ?? null,
    lastRun: run ? inWords(run, language, office) : null,
    hits: run && office ? hitsOf(state, run) : [],
    nextRun: inside ? nextRunOf(state, kind) : null,
    seen: (inside && seen) || null,
    decidedBy: decidedBy ?? null,
  };
}
