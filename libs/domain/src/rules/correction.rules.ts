import type { CaseState, Correction } from '../case-state.js';
import { answerProblems, type Answer, type Answers } from '../checklist.js';
import type { CORRECTION_REASONS } from '../commands.js';
import { openCorrections } from '../corrections.js';
import type { Decision } from '../decision.js';
import { paperOf, type Facts } from '../facts.js';
import { AUDIT, AUDIT_CORRECTIONS, CORRECTABLE_STATES } from '../papers.js';
import { refuse, type Refusal } from '../refusals.js';
import { provisional } from '../safeguarding.js';
import type { CaseStateName } from '../states.js';
import { answersOf, findingsPaper, itemsOf, judgeAudit, judgedPapers, raiseAlerts } from './audit.js';
import { watchCredits } from './credit-clocks.js';
import { followFindings, independent } from './corrective-actions.js';
import { noteGrade } from './qualified.js';
import type { Rules } from './rule.js';

/** What was proposed is judged also while a qualification is halted or contested. */
const JUDGED_IN: readonly CaseStateName[] = [...CORRECTABLE_STATES, 'SUSPENDED', 'APPEAL'];

/** What the auditor wrote of one item, without its words. */
type Draft = Answer & { readonly code: (typeof CORRECTION_REASONS)[number] };
const drafts = (facts: Facts): Readonly<Record<string, Draft>> =>
  paperOf(facts, AUDIT_CORRECTIONS) as Readonly<Record<string, Draft>>;

const open = (state: CaseState): readonly { itemId: string }[] =>
  openCorrections(state.audit.corrections).map((itemId) => ({ itemId }));
const isOpen = (state: CaseState, { itemId }: { itemId: string }): Refusal | undefined =>
  openCorrections(state.audit.corrections).includes(itemId)
    ? undefined
    : refuse('correction-unknown', [itemId]);

/** A correction changes something, and needs what an answer of this value needs: a reason, evidence or a note. */
function incomplete(state: CaseState, items: readonly string[], facts: Facts): readonly string[] {
  const asked = itemsOf(state, facts);
  const answers = answersOf(state, facts);
  return items.filter((id) => {
    const item = asked.find((one) => one.id === id);
    const draft = drafts(facts)[id];
    if (!item || !draft) return true;
    return draft.value === answers[id]?.value || !draft.reasonGiven || answerProblems(item, draft).length > 0;
  });
}

/** After the review a new zero-tolerance finding is no correction: the office halts the qualification for it. */
function newAlerts(state: CaseState, items: readonly string[], facts: Facts): readonly string[] {
  if (state.at === 'ASSESSMENT_REVIEW') return [];
  const grave = itemsOf(state, facts).filter(({ severity }) => severity === 'zero-tolerance');
  return items.filter(
    (id) => grave.some((item) => item.id === id) && drafts(facts)[id]?.value === 'nonconform',
  );
}

const proposalOf = (d: Decision, itemId: string, raw: Answers): Correction | undefined => {
  const paper = findingsPaper(d.state);
  const draft = drafts(d.facts)[itemId];
  const was = answersOf(d.state, d.facts)[itemId]?.value;
  const answered = raw[itemId]?.value;
  return (
    draft && {
      itemId,
      ...(paper !== AUDIT && { paper }),
      ...(answered && { answered }),
      ...(was && { was }),
      ...{ value: draft.value, reason: draft.code, phase: 'proposed' },
      ...{ proposedBy: d.hand, proposedAt: d.now },
    }
  );
};

function decide(d: Decision, itemId: string, phase: 'accepted' | 'refused'): void {
  const corrections = (d.state.audit.corrections ?? []).map((one) =>
    one.itemId === itemId && one.phase === 'proposed'
      ? { ...one, phase, decidedBy: d.hand, decidedAt: d.now }
      : one,
  );
  d.stop('correction', itemId);
  d.changeAudit({ corrections });
  d.change({ reviewers: [...d.state.reviewers, d.hand] });
}

/** The audit is judged anew; what is found or not found any more is followed up. */
function accept(d: Decision, itemId: string): void {
  const before = d.state.audit;
  decide(d, itemId, 'accepted');
  // What is under review is another assessment now: it is told when a reviewer has signed it.
  if (d.state.at === 'ASSESSMENT_REVIEW') d.changeAudit({ signed: undefined });
  judgeAudit(d);
  watchCredits(d);
  const { current } = d.state.audit;
  d.tell('correction-accepted', { itemId, grade: current?.grade ?? 'E', total: current?.total ?? 0 });
  followFindings(d, before.findings);
  if (provisional(d.state).some((id) => before.zeroTolerance[id] !== 'provisional')) raiseAlerts(d);
  if (provisional(d.state).length === 0) d.stop('zero-tolerance');
  noteGrade(d);
}

export const correctionRules: Rules<
  'confirm-not-applicable' | 'propose-corrections' | 'accept-correction' | 'refuse-correction'
> = {
  'confirm-not-applicable': {
    by: ['reviewer'],
    in: ['ASSESSMENT_REVIEW'],
    subjects: (state) => (state.audit.notApplicableOpen ?? []).map((section) => ({ section })),
    check: (state, { section }, actor) =>
      state.audit.notApplicableOpen?.includes(section)
        ? independent(state, actor)
        : refuse('not-applicable-here', [section]),
    reliesOn: judgedPapers,
    apply: (d, { section }) => {
      const left = (d.state.audit.notApplicableOpen ?? []).filter((one) => one !== section);
      d.changeAudit({ notApplicableOpen: left.length > 0 ? left : undefined });
      d.change({ reviewers: [...d.state.reviewers, d.hand] });
      d.tell('not-applicable-confirmed', { section });
    },
  },
  'propose-corrections': {
    by: ['auditor'],
    in: CORRECTABLE_STATES,
    check: (state) => {
      if (state.audit.phase !== 'submitted') return refuse('stage-does-not-allow');
      const waiting = openCorrections(state.audit.corrections);
      return waiting.length > 0 ? refuse('correction-open', waiting) : undefined;
    },
    reliesOn: (state) => [...judgedPapers(state), AUDIT_CORRECTIONS],
    blockers: (state, command, facts) => {
      const items = command.items ?? [];
      const gaps = incomplete(state, items, facts);
      const alerts = newAlerts(state, items, facts);
      return [
        ...(items.length === 0 || gaps.length > 0 ? [refuse('correction-incomplete', gaps)] : []),
        ...(alerts.length > 0 ? [refuse('not-applicable-here', alerts)] : []),
      ];
    },
    apply: (d, { items }) => {
      const raw = paperOf(d.facts, findingsPaper(d.state)) as Answers;
      const proposed = [...new Set(items)].flatMap((itemId) => proposalOf(d, itemId, raw) ?? []);
      d.changeAudit({ corrections: [...(d.state.audit.corrections ?? []), ...proposed] });
      for (const { itemId } of proposed) d.start('correction', itemId);
      d.tell('corrections-proposed', { items: proposed.map(({ itemId }) => itemId) });
    },
  },
  'accept-correction': {
    by: ['reviewer'],
    in: JUDGED_IN,
    subjects: open,
    check: (state, command, actor) => isOpen(state, command) ?? independent(state, actor),
    reliesOn: (state) => [...judgedPapers(state), AUDIT_CORRECTIONS],
    apply: (d, { itemId }) => accept(d, itemId),
  },
  'refuse-correction': {
    by: ['reviewer'],
    in: JUDGED_IN,
    subjects: open,
    check: (state, command, actor) => isOpen(state, command) ?? independent(state, actor),
    apply: (d, { itemId }) => {
      decide(d, itemId, 'refused');
      d.tell('correction-refused', { itemId });
    },
  },
};
