import type { Actor } from '../actors.js';
import type { CaseState, ExternalReport } from '../case-state.js';
import type { Decision } from '../decision.js';
import { COMPLIANCE } from '../papers.js';
import { refuse, type Refusal } from '../refusals.js';
import { OPEN_STATES, PILOT_STATES, QUALIFIED_STATES, type CaseStateName } from '../states.js';
import { judgedPapers } from './audit.js';
import { renewCredits } from './credits.js';
import { isUnchanged, newEntries, takeReports, unusable } from './external-reports.js';
import type { Rules } from './rule.js';

/** With the application they are handed in as a part of it. */
const HANDED_IN_LATER: readonly CaseStateName[] = [
  'IN_ASSESSMENT',
  'ASSESSMENT_REVIEW',
  'CAP_OPEN',
  ...PILOT_STATES,
  ...QUALIFIED_STATES,
  'SUSPENDED',
];
const VERIFIED = OPEN_STATES.filter((at) => at !== 'DRAFT');

const waiting = ({ externalReports = {} }: CaseState): readonly { reportId: string }[] =>
  Object.entries(externalReports)
    .filter(([, { phase }]) => phase === 'submitted')
    .map(([reportId]) => ({ reportId }));
const submitted = (state: CaseState, { reportId }: { reportId: string }): Refusal | undefined =>
  state.externalReports?.[reportId]?.phase === 'submitted'
    ? undefined
    : refuse('external-report-not-submitted', [reportId]);

/** Whoever handed it in for the supplier does not verify it as well (domain 2.3). */
const bySomebodyElse = (
  { externalReports = {} }: CaseState,
  { reportId }: { reportId: string },
  actor: Actor,
): Refusal | undefined =>
  actor.kind === 'person' && externalReports[reportId]?.enteredBy?.personId === actor.personId
    ? refuse('same-person')
    : undefined;

function judge(d: Decision, reportId: string, phase: ExternalReport['phase']): void {
  const report = d.state.externalReports?.[reportId];
  if (!report) return;
  d.change({ externalReports: { ...d.state.externalReports, [reportId]: { ...report, phase } } });
  d.stop('external-report', reportId);
}

export const externalReportRules: Rules<
  'submit-external-reports' | 'confirm-external-report' | 'refuse-external-report'
> = {
  'submit-external-reports': {
    by: ['supplier'],
    onBehalf: true,
    in: HANDED_IN_LATER,
    check: (state) => {
      const open = waiting(state).map(({ reportId }) => reportId);
      return open.length > 0 ? refuse('external-reports-missing', open) : undefined;
    },
    reliesOn: () => [COMPLIANCE],
    blockers: (state, _command, facts, _actor, now) => {
      if (newEntries(state, facts, ['refused']).length === 0) return [refuse('external-reports-missing')];
      const wrong = unusable(state, facts, now);
      return wrong.length > 0 ? [refuse('external-report-not-usable', wrong)] : [];
    },
    apply: (d) => d.tell('external-reports-submitted', { reports: takeReports(d, ['refused']) }),
  },
  'confirm-external-report': {
    by: ['officer'],
    in: VERIFIED,
    subjects: waiting,
    check: (state, command, actor) => submitted(state, command) ?? bySomebodyElse(state, command, actor),
    reliesOn: (state) => [COMPLIANCE, ...judgedPapers(state)],
    blockers: (state, { reportId }, facts) => {
      const report = state.externalReports?.[reportId];
      return report && isUnchanged(facts, reportId, report)
        ? []
        : [refuse('external-report-changed', [reportId])];
    },
    apply: (d, { reportId }) => {
      judge(d, reportId, 'confirmed');
      const report = d.state.externalReports?.[reportId];
      if (!report) return;
      const { scheme, reportedOn } = report;
      d.tell('external-report-confirmed', { reportId, scheme, reportedOn });
      if (d.state.audit.phase === 'submitted') renewCredits(d);
    },
  },
  'refuse-external-report': {
    by: ['officer'],
    in: VERIFIED,
    subjects: waiting,
    check: submitted,
    apply: (d, { reportId, reason }) => {
      judge(d, reportId, 'refused');
      d.tell('external-report-refused', { reportId, reason });
    },
  },
};
