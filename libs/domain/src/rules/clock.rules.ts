import { addDays } from '../calendar.js';
import type { CheckKind } from '../case-state.js';
import { makeDeadline, type Deadline, type DeadlineStep } from '../deadlines.js';
import type { Decision } from '../decision.js';
import { deadlineRule } from '../reference/deadline-rules.js';
import { escalatesTo } from '../reference/scheme-defaults.js';
import type { DeadlineKind } from '../scheme.js';
import { deliveriesPaper } from '../papers.js';
import { CASE_STATES, YEARS_AFTER } from '../states.js';
import { target } from '../transitions.js';
import { certificateLapse } from '../reference/deadline-rules.js';
import { judgedPapers } from './audit.js';
import { expireConsent } from './consent.rules.js';
import { setApproval } from './approvals.js';
import { visitByDefault } from './visit.rules.js';
import { lapseCase, rejectCase, revokeCase, settleRejection, withdrawCase } from './closing.js';
import { setCheck, CHECKED, repeatable, requestChecks } from './checks.js';
import { downgradeQualification, measureValidity, openRequalification } from './qualified.js';
import { closeMonth } from './scorecards.js';
import { drawSurveillance } from './surveillance.js';
import { suspendForCondition, suspendQualification } from './suspension.js';
import { dropProposal, dropSuspension } from './suspension.rules.js';
import { endCredits } from './credits.js';
import { settleBankChange } from './bank.rules.js';
import type { Rules } from './rule.js';

const overdueAction = (d: Decision, deadline: Deadline): void => {
  if (d.state.at === 'CAP_OPEN') return rejectCase(d, 'timer', 'corrective-action-overdue');
  // Beside a pilot or a qualification it stays the supplier's, overdue, and becomes the office's matter too.
  d.change({ deadlines: [...d.state.deadlines, deadline] });
  d.raise('escalated', deadline.key);
};

/** What happens when a deadline runs out for good. Kinds that are not here only remind and escalate. */
const ENDS: Readonly<Partial<Record<DeadlineKind, (d: Decision, deadline: Deadline) => void>>> = {
  draft: (d) => lapseCase(d, 'timer'),
  information: (d) => withdrawCase(d, 'timer', 'information-not-given'),
  'visit-response': (d) => visitByDefault(d),
  'corrective-action-critical': overdueAction,
  'corrective-action-major': overdueAction,
  'pilot-match': (d) => {
    d.change({ parked: true });
    d.tell('pilot-parked');
  },
  'approval-end': (d, { subject }) => {
    setApproval(d, subject, { phase: 'expired', awaitsBuyerSince: undefined });
    d.stop('approval-confirmation', subject);
    d.tell('approval-expired', { buyerId: subject });
  },
  'consent-end': (d, { subject }) => expireConsent(d, subject),
  scorecard: closeMonth,
  'credit-end': (d, { subject }) => endCredits(d, subject),
  'bank-cool-off': (d) => settleBankChange(d),
  certificate: (d) => {
    const verdict = d.state.checks.certificates?.verdict;
    if (verdict === 'WAIVED') return;
    // A run that is under way keeps its place: its result will be taken.
    if (verdict !== 'PENDING') setCheck(d, 'certificates', { verdict: 'FAIL', decidedBy: undefined });
    d.tell('check-resolved', { check: 'certificates', verdict: 'FAIL' });
    measureValidity(d);
    const suspends = certificateLapse(d.facts.scheme, d.state.category) === 'suspend';
    if (suspends && YEARS_AFTER.includes(d.state.at))
      return suspendQualification(d, 'certificate-expired', { subject: 'certificates' });
    if (target(d.state.at, 'downgrade')) downgradeQualification(d, 'certificate-in-grace');
  },
  condition: (d, { dueAt }) => {
    // On the last day of the validity it lapses.
    if (d.state.at !== 'QUALIFIED_CONDITIONAL' || (d.state.validity?.until ?? '') <= dueAt) return;
    suspendForCondition(d);
  },
  suspension: (d) => revokeCase(d, d.state.suspension?.cause ?? 'cause-not-closed'),
  'second-officer': (d, { subject }) => (subject === 'suspension' ? dropSuspension(d) : dropProposal(d)),
  'surveillance-draw': drawSurveillance,
  requalification: (d) => openRequalification(d),
  validity: (d) => lapseCase(d, d.state.at === 'REQUALIFYING' ? 'timer' : 'lapse'),
  'appeal-window': (d) => {
    d.tell('appeal-window-closed');
    settleRejection(d);
  },
  'cooling-off': (d) => {
    d.tell('cooling-off-ended');
    settleRejection(d);
  },
};

function take(d: Decision, deadline: Deadline, step: DeadlineStep): void {
  const params = { deadline: deadline.key, dueAt: deadline.dueAt };
  if (step.step === 'remind') return d.tell('reminder-due', params);
  if (deadline.kind === 'check-expiry') {
    d.stop(deadline.kind, deadline.subject);
    const kinds = CHECKED.includes(d.state.at) ? [deadline.subject as CheckKind] : [];
    return requestChecks(d, repeatable(d.state, kinds));
  }
  if (step.step === 'retry') {
    d.stop(deadline.kind, deadline.subject);
    const check = deadline.subject as CheckKind;
    setCheck(d, check, { verdict: 'PENDING' });
    return d.tell('checks-requested', { checks: [check] });
  }
  if (step.step === 'escalate') {
    if (deadline.kind === 'information') d.raise('phone-call', deadline.key);
    if (deadline.kind === 'certificate' && d.state.checks.certificates?.verdict === 'PASS')
      setCheck(d, 'certificates', { verdict: 'WARN' });
    const chain = deadlineRule(d.facts.scheme, deadline.kind).steps.filter((s) => s.step === 'escalate');
    const left = deadline.steps.filter((s) => s.step === 'escalate').length;
    const n = Math.max(0, chain.length - left - 1);
    return d.tell('escalated', { ...params, to: escalatesTo(d.facts.scheme, n) });
  }
  ENDS[deadline.kind]?.(d, deadline);
}

/** An edit since the draft's clock started sets it anew: sixty days without an edit, not sixty days in all. */
function rearmDraft(d: Decision): void {
  const draft = d.state.deadlines.find((x) => x.kind === 'draft');
  const edited = d.facts.lastEditAt;
  if (!draft || !edited || edited <= draft.startedAt) return;
  const rule = d.facts.scheme.deadlines.draft;
  const fresh = makeDeadline(rule, 'draft', '', edited, d.facts.calendar);
  d.change({ deadlines: d.state.deadlines.map((x) => (x.kind === 'draft' ? fresh : x)) });
}

export const clockRules: Rules<'advance-clock'> = {
  'advance-clock': {
    by: ['system'],
    in: CASE_STATES,
    // When a month is over its deliveries are scored; when a credit runs out, the audit is judged anew. A bell that
    // was missed rings for all its steps at once: which one is next does not tell.
    reliesOn: (state) => [
      ...state.deadlines
        .filter(({ kind }) => kind === 'scorecard')
        .map(({ subject }) => deliveriesPaper(subject)),
      ...(state.deadlines.some(({ kind }) => kind === 'credit-end') ? judgedPapers(state) : []),
    ],
    apply: (d) => {
      rearmDraft(d);
      const horizon = addDays(d.now, 0);
      for (let due = nextDue(d, horizon); due; due = nextDue(d, horizon)) {
        const { deadline, step } = due;
        const rest = { ...deadline, steps: deadline.steps.slice(1) };
        d.change({ deadlines: d.state.deadlines.map((x) => (x.key === deadline.key ? rest : x)) });
        if (step.step === 'expire') d.stop(deadline.kind, deadline.subject);
        take(d, rest, step);
      }
    },
  },
};

/** The earliest step that is due, over all deadlines. */
function nextDue(d: Decision, now: string): { deadline: Deadline; step: DeadlineStep } | undefined {
  return d.state.deadlines
    .flatMap((deadline) => (deadline.steps[0] ? [{ deadline, step: deadline.steps[0] }] : []))
    .filter(({ step }) => step.at <= now)
    .sort((a, b) => {
      if (a.step.at !== b.step.at) return a.step.at < b.step.at ? -1 : 1;
      // What cuts the validity, a certificate say, is settled before the validity ends at the same instant.
      return Number(a.deadline.kind === 'validity') - Number(b.deadline.kind === 'validity');
    })[0];
}
