import type { Actor } from '../actors.js';
import type { CaseState } from '../case-state.js';
import type { Decision } from '../decision.js';
import { AUDIT, AUDIT_MEETINGS, COMPLIANCE, surveillancePaper } from '../papers.js';
import { refuse, type Refusal } from '../refusals.js';
import { childUnsafe, provisional } from '../safeguarding.js';
import { YEARS_AFTER, type CaseStateName } from '../states.js';
import { inAuditPhase, judgedPapers, leaveAudit, scoreNow, submissionRefusals, takeAudit } from './audit.js';
import { settleAssessment } from './checks.js';
import { rejectCase } from './closing.js';
import { askOverlays } from './renewals.js';
import { impartial } from './reviews.js';
import type { Rules } from './rule.js';
import { alertsOfVisits, judgeAlert, submittedVisits } from './surveillance.js';
import { suspendForFindings } from './suspension.js';

/** In the years after a visit may find what nobody has judged. */
const JUDGED_IN: readonly CaseStateName[] = ['IN_ASSESSMENT', 'ASSESSMENT_REVIEW', ...YEARS_AFTER];

export const auditRules: Rules<
  'start-audit' | 'submit-audit' | 'abort-audit' | 'confirm-zero-tolerance' | 'dismiss-zero-tolerance'
> = {
  'start-audit': {
    by: ['auditor'],
    in: ['IN_ASSESSMENT'],
    check: (state) => (state.audit.phase === 'visit-agreed' ? undefined : refuse('visit-not-agreed')),
    apply: (d) => {
      d.stop('audit-visit');
      d.changeAudit({ phase: 'in-progress' });
      const overlays = d.facts.overlays?.map(({ overlayId, buyerId }) => ({ overlayId, buyerId })) ?? [];
      d.change({ overlays: overlays.length > 0 ? overlays : undefined });
      askOverlays(d);
      d.start('audit-report');
      d.tell('audit-started', overlays.length > 0 ? { overlays: overlays.map((o) => o.overlayId) } : {});
    },
  },
  'submit-audit': {
    by: ['auditor'],
    in: ['IN_ASSESSMENT'],
    check: inAuditPhase('in-progress'),
    // An overlay may want certificates as well.
    reliesOn: (state) => [AUDIT, AUDIT_MEETINGS, ...(state.overlays ? [COMPLIANCE] : [])],
    blockers: (state, _command, facts, _actor, now) => submissionRefusals(state, facts, now),
    apply: (d) => {
      takeAudit(d);
      settleAssessment(d);
    },
  },
  'abort-audit': {
    by: ['auditor'],
    in: ['IN_ASSESSMENT'],
    check: inAuditPhase('visit-agreed', 'in-progress'),
    apply: (d, command) => {
      const denied = command.reason === 'access-denied' ? 1 : 0;
      leaveAudit(d, command.reason, false);
      d.changeAudit({ accessDenied: d.state.audit.accessDenied + denied });
      d.tell('audit-aborted', { reason: command.reason });
    },
  },
  'confirm-zero-tolerance': {
    by: ['reviewer'],
    in: JUDGED_IN,
    subjects: toJudge,
    check: zeroToleranceCheck,
    reliesOn: papersOfAlerts,
    apply: (d, command) => {
      if (YEARS_AFTER.includes(d.state.at)) return judgeLater(d, command.itemId, 'confirmed');
      judge(d, command.itemId, 'confirmed');
      d.changeAudit({ current: scoreNow(d.state, d.facts) });
      d.tell('zero-tolerance-confirmed', { itemId: command.itemId });
      const event = d.state.at === 'IN_ASSESSMENT' ? 'zero_tolerance_confirmed' : 'fail';
      rejectCase(d, event, 'zero-tolerance');
    },
  },
  'dismiss-zero-tolerance': {
    by: ['reviewer'],
    in: JUDGED_IN,
    subjects: toJudge,
    check: zeroToleranceCheck,
    reliesOn: papersOfAlerts,
    apply: (d, command) => {
      if (YEARS_AFTER.includes(d.state.at)) return judgeLater(d, command.itemId, 'dismissed');
      judge(d, command.itemId, 'dismissed');
      d.tell('zero-tolerance-dismissed', { itemId: command.itemId });
      takeAudit(d);
      settleAssessment(d);
    },
  },
};

/** While a child is not safe nobody judges: a rejection would tell the site. */
function toJudge(state: CaseState): readonly { itemId: string }[] {
  if (childUnsafe(state)) return [];
  const ofVisits = alertsOfVisits(state).map(({ itemId }) => itemId);
  return [...new Set([...provisional(state), ...ofVisits])].map((itemId) => ({ itemId }));
}

function papersOfAlerts(state: CaseState): readonly string[] {
  const visits = submittedVisits(state).map(([visit]) => surveillancePaper(visit));
  return [...judgedPapers(state), ...visits];
}

function zeroToleranceCheck(
  state: CaseState,
  command: { itemId: string },
  actor: Actor,
): Refusal | undefined {
  if (childUnsafe(state)) return refuse('child-not-safe');
  if (state.audit.phase !== 'submitted') return refuse('stage-does-not-allow');
  if (!toJudge(state).some(({ itemId }) => itemId === command.itemId))
    return refuse('zero-tolerance-unknown', [command.itemId]);
  return impartial(state, actor);
}

function judge(d: Decision, itemId: string, verdict: 'confirmed' | 'dismissed'): void {
  d.changeAudit({ zeroTolerance: { ...d.state.audit.zeroTolerance, [itemId]: verdict } });
  if (d.actor.kind === 'person') d.change({ reviewers: [...d.state.reviewers, d.hand] });
  if (provisional(d.state).length === 0) d.stop('zero-tolerance');
}

/**
 * A verdict on what a visit found. Before the visit is concluded it counts for the visit alone; after that a confirmed
 * finding suspends, and a dismissed one is a critical finding that is corrected.
 */
function judgeLater(d: Decision, itemId: string, verdict: 'confirmed' | 'dismissed'): void {
  const taken = provisional(d.state).includes(itemId);
  const alert = alertsOfVisits(d.state).find((one) => one.itemId === itemId);
  if (!taken && alert) {
    judgeAlert(d, alert, verdict);
    return d.tell(`zero-tolerance-${verdict}`, alert);
  }
  judge(d, itemId, verdict);
  d.tell(`zero-tolerance-${verdict}`, { itemId });
  d.changeAudit({ current: scoreNow(d.state, d.facts) });
  if (verdict === 'confirmed' && !d.state.suspension) suspendForFindings(d, [itemId]);
}
