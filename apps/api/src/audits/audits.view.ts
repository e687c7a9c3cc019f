import {
  itemsOf,
  PILOT_STATES,
  QUALIFIED_STATES,
  scoreOfCase,
  type CaseState,
  type ChecklistItem,
  type Correction,
  type Credit,
  type Person,
  type Score,
} from '#domain';
import type { CaseDetail } from '#persistence';
import { caseView } from '../qualifications/qualifications.view.js';

/** An item of the checklist, with what stands in for its answer. */
export function withCredit(item: ChecklistItem, credits: readonly Credit[]) {
  const credit = credits.find(({ itemId }) => itemId === item.id);
  if (!credit) return item;
  const { scheme, reportId, from, until } = credit;
  return { ...item, credited: { scheme, reportId, from, until } };
}

/** While nobody has judged a zero-tolerance finding, the auditee hears of no score. */
const unjudged = ({ audit }: CaseState): boolean =>
  Object.values(audit.zeroTolerance).includes('provisional');

const INSIDE: readonly CaseDetail['relations'][number][] = ['programme-office', 'audit-firm'];
const isInside = ({ relations }: CaseDetail): boolean => relations.some((r) => INSIDE.includes(r));

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
  const told = inside || (state.audit.current !== undefined && !unjudged(state));
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
