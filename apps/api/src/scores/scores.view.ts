import {
  certificateDays,
  failedChecks,
  answersTold,
  itemsOf,
  localDate,
  missingCertificates,
  openSteps,
  PILOT_STATES,
  QUALIFIED_STATES,
  REMEDIES,
  scoreOfCase,
  scoreOptions,
  spans,
  whatIf,
  whatIfClosed,
  type CaseState,
  type Certificate,
  type Correction,
  type Person,
  type Score,
} from '#domain';
import type { WhatIfQuery } from '#contracts';
import type { CaseDetail } from '#persistence';
import { caseView } from '../qualifications/qualifications.view.js';

/** While nobody has judged a zero-tolerance finding, the auditee hears of no score. */
const unjudged = ({ audit }: CaseState): boolean =>
  Object.values(audit.zeroTolerance).includes('provisional');

const INSIDE: readonly CaseDetail['relations'][number][] = ['programme-office', 'audit-firm'];
const isInside = ({ relations }: CaseDetail): boolean => relations.some((r) => INSIDE.includes(r));

/** Whether what the audit came to is told to whoever read this case. */
export const isTold = (detail: CaseDetail): boolean =>
  isInside(detail) || (detail.state.audit.current !== undefined && !unjudged(detail.state));

/**
 * Buyers are told how a score is made up from the pilot order on, of every case alike: until then points may be missing
 * for a finding that they never hear of.
 */
const tellsBreakdown = ({ state, relations }: CaseDetail): boolean =>
  relations.some((r) => r !== 'buyer') ||
  [...PILOT_STATES, ...QUALIFIED_STATES, 'SUSPENDED'].includes(state.at);

function breakdownOf(score: Score, { audit }: CaseState) {
  const { unrounded, limits, openCriticals, openMajors, followUp, sections, lost } = score;
  const counts = { unrounded, limits, openCriticals, openMajors, followUp };
  return { ...counts, sections, lost, credited: audit.credits ?? [] };
}

const correctionView = (one: Correction, inside: boolean) => {
  const { itemId, was, value, reason, phase, proposedAt, decidedAt, proposedBy, decidedBy } = one;
  return {
    ...{ itemId, value, reason, phase, proposedAt },
    ...(was && { was }),
    ...(decidedAt && { decidedAt }),
    ...(inside && { by: [proposedBy.personId, ...(decidedBy ? [decidedBy.personId] : [])] }),
  };
};

/** The score as this reader may know it: made of the state as it is told to them. */
export function scoreView(detail: CaseDetail, actor: Person) {
  const { state, facts } = detail;
  const { initial, current } = caseView(detail, actor, state.caseTime).audit;
  const inside = isInside(detail);
  const told = isTold(detail);
  const score =
    told && tellsBreakdown(detail)
      ? scoreOfCase(state, itemsOf(state, facts), facts.scheme.checklist)
      : undefined;
  const corrections = (state.audit.corrections ?? []).filter(({ phase }) => inside || phase === 'accepted');
  return {
    initial: initial ?? null,
    current: current ?? null,
    breakdown: score ? breakdownOf(score, state) : null,
    notApplicableToConfirm: inside ? (state.audit.notApplicableOpen ?? []) : [],
    corrections: told ? corrections.map((one) => correctionView(one, inside)) : [],
  };
}

/**
 * What stands between the case and better grades. Certificates are wanted whatever the grade, and are counted into the
 * days of each path.
 * @param asked only the path to one grade; what some items would come to
 */
export function whatIfView(detail: CaseDetail, certificates: readonly Certificate[], asked: WhatIfQuery) {
  const { state, facts } = detail;
  const items = itemsOf(state, facts);
  const answers = isTold(detail) ? answersTold(state, items) : undefined;
  const { sections, scoring: rules } = facts.scheme.checklist;
  const required = facts.scheme.requiredCertificates[state.category] ?? [];
  const missing = missingCertificates(certificates, required, state.category, localDate(state.caseTime)).map(
    (scheme) => ({ scheme, days: certificateDays(scheme) }),
  );
  const assessed = answers && { items, answers, sections, rules, options: scoreOptions(state) };
  const paths = assessed ? whatIf(assessed) : [];
  return {
    current: (answers && state.audit.current) ?? null,
    paths: paths
      .filter((path) => asked.grade === undefined || path.grade === asked.grade)
      .map((path) => ({
        ...path,
        days: spans([...path.steps, ...missing].map(({ days }) => days)),
      })),
    open: assessed ? openSteps(assessed) : [],
    chosen: (assessed && asked.closed && whatIfClosed(assessed, asked.closed.split(','))) || null,
    certificates: missing,
    checks: failedChecks(state),
    estimates: REMEDIES,
  };
}
