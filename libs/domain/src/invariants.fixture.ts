import { sameSide, type Hand } from './actors.js';
import { ballHolders } from './ball-holders.js';
import type { CaseState } from './case-state.js';
import { hasOpenPilot, openPapers } from './papers.js';
import { isParty } from './precheck.js';
import { CLOSED_STATES, QUALIFIED_STATES, YEARS_AFTER } from './states.js';
import { unverified } from './rules/corrective-actions.js';
import { UNDECIDED } from './rules/approvals.js';

const twice = (keys: readonly string[]): readonly string[] =>
  keys.filter((key, i) => keys.indexOf(key) !== i);
const meet = (some: readonly Hand[], others: readonly Hand[]): boolean =>
  some.some((a) => others.some((b) => sameSide(a, b)));

/** Said here once more: an invariant that borrows the rule breaks with it. */
const auditSide = ({ audit }: CaseState): readonly Hand[] => [
  ...(audit.auditor ? [audit.auditor] : []),
  ...audit.former,
];

/** One open pilot per buyer; every open one belongs to a buyer that the supplier let in, if only once. */
function pilots(state: CaseState): readonly string[] {
  const ranOut = (buyerId: string): boolean =>
    (state.consentTerms?.[buyerId]?.validUntil ?? '9999') <= state.caseTime;
  const open = Object.values(state.pilots).filter((p) =>
    hasOpenPilot({ ...state, pilots: { p } }, p.buyerId),
  );
  return [
    ...twice(open.map((p) => p.buyerId)).map((id) => `two open pilots of ${id}`),
    ...open
      .filter((p) => !state.consents.includes(p.buyerId) && !ranOut(p.buyerId))
      .map((p) => `open pilot of ${p.buyerId} without consent`),
  ];
}

/** Four eyes on every approval, and none of them had a hand in the audit or its review. */
function approvals(state: CaseState): readonly string[] {
  return Object.entries(state.approvals).flatMap(([buyerId, { phase, requester, approver }]) => {
    const approved = phase === 'approved' || phase === 'approved-conditionally';
    const undecided = UNDECIDED.includes(phase);
    const deciding = state.at === 'BUYER_DECISION' || QUALIFIED_STATES.includes(state.at);
    return [
      ...(approved && (!requester || !approver || requester.personId === approver.personId)
        ? [`two eyes: ${buyerId}`]
        : []),
      ...(approver && meet([approver], [...auditSide(state), ...state.reviewers])
        ? [`partial approver: ${buyerId}`]
        : []),
      // An assessment that is judged again, after its suspension was overturned, has a term to come back to.
      ...(undecided && !deciding && !state.validity && !['SUSPENDED', 'APPEAL'].includes(state.at)
        ? [`${buyerId} is asked in ${state.at}`]
        : []),
    ];
  });
}

function closed(state: CaseState): readonly string[] {
  if (!CLOSED_STATES.includes(state.at)) return [];
  const { rejection, claims, matters, checks, deadlines, over } = state;
  const unsafe = state.safeguarding?.phase === 'unsafe';
  return [
    ...(!unsafe && (rejection || matters.length + Object.keys(claims).length > 0)
      ? ['closed, yet somebody waits']
      : []),
    ...(Object.values(checks).some((c) => c.verdict === 'PENDING') ? ['closed, yet a check runs'] : []),
    ...(Object.values(state.approvals).some((a) => UNDECIDED.includes(a.phase))
      ? ['closed, yet a buyer is asked']
      : []),
    ...(state.consents.length > 0 ? ['closed, yet a buyer reads by consent'] : []),
    ...(over && unsafe ? ['over, yet a child is not safe'] : []),
    ...(over && deadlines.length > 0 ? ['over, yet a deadline runs'] : []),
    ...(!over && !unsafe && !['REJECTED', 'REVOKED'].includes(state.at)
      ? ['closed without appeal, yet not over']
      : []),
    ...(openPapers(state).length > 0 ? ['closed, yet a paper is open'] : []),
  ];
}

function stages(state: CaseState): readonly string[] {
  const { at } = state;
  const qualified = QUALIFIED_STATES.includes(at);
  const unsafe = state.safeguarding?.phase === 'unsafe';
  // An appeal lies over a case that was rejected, maybe for one of several alerts.
  // A visit may find one in the years after: then a reviewer is asked.
  const asked = YEARS_AFTER.includes(at) && state.deadlines.some(({ kind }) => kind === 'zero-tolerance');
  const judged = !['IN_ASSESSMENT', 'ASSESSMENT_REVIEW', 'APPEAL', ...CLOSED_STATES].includes(at);
  return [
    ...(at === 'CAP_OPEN' && unverified(state).length === 0 ? ['nothing to correct in CAP_OPEN'] : []),
    ...(at === 'ASSESSMENT_REVIEW' && state.audit.phase !== 'submitted' ? ['a review without an audit'] : []),
    ...(qualified && !state.validity ? ['qualified without end'] : []),
    ...(at === 'SUSPENDED' && (!state.suspension || !state.deadlines.some((d) => d.kind === 'suspension'))
      ? ['suspended for ever']
      : []),
    ...(qualified && state.suspension ? ['qualified and suspended'] : []),
    ...(at === 'QUALIFIED' && state.deadlines.some((d) => d.kind === 'condition')
      ? ['a condition of a full qualification']
      : []),
    ...(endsAfterValidity(state) ? ['a condition that outlives the validity'] : []),
    ...fourEyes(state),
    ...(state.rejection && !['SCREENING', 'ASSESSMENT_REVIEW'].includes(at)
      ? [`a rejection proposed in ${at}`]
      : []),
    ...(meet(state.reviewers, auditSide(state)) ? ['an auditor reviews'] : []),
    ...(unsafe && !state.deadlines.some((d) => d.kind === 'safeguarding')
      ? ['a child nobody cares for']
      : []),
    ...(judged && !asked && Object.values(state.audit.zeroTolerance).includes('provisional')
      ? [`a zero-tolerance finding without verdict in ${at}`]
      : []),
  ];
}

const endsAfterValidity = ({ deadlines, validity }: CaseState): boolean =>
  deadlines.some((d) => d.kind === 'condition' && d.dueAt > (validity?.until ?? ''));

/** Two persons on every suspension by hand; a proposal never comes from both. */
function fourEyes({ suspension }: CaseState): readonly string[] {
  const { by, confirmedBy } = suspension ?? {};
  return by && confirmedBy && by.personId === confirmedBy.personId ? ['suspended by one person'] : [];
}

/** An appeal lies over the case until it is decided; its panel is two or three people who had no hand in it. */
function appeals(state: CaseState): readonly string[] {
  const { appeal, at, audit, reviewers } = state;
  if (!appeal) return at === 'APPEAL' ? ['an appeal that nobody lodged'] : [];
  const persons = appeal.panel.map(({ personId }) => personId);
  const hands = [...reviewers, ...auditSide(state), ...audit.excluded].map(({ personId }) => personId);
  return [
    ...(at === 'APPEAL' || at === 'WITHDRAWN' ? [] : [`an appeal in ${at}`]),
    ...twice(persons).map((id) => `${id} sits twice on the panel`),
    ...persons.filter((id) => hands.includes(id)).map((id) => `${id} judges an own decision`),
  ];
}

/** What was credited has an end that somebody is told of, and what is contested has a judge. */
function audits({ at, audit, deadlines, externalReports = {} }: CaseState): readonly string[] {
  if (CLOSED_STATES.includes(at)) return [];
  const runs = (kind: string, subject: string): boolean =>
    deadlines.some((d) => d.kind === kind && d.subject === subject);
  const inForce = (audit.credits ?? []).filter(({ ended }) => !ended);
  const findings = audit.findings.map(({ itemId }) => itemId);
  const contested = (audit.corrections ?? []).filter(({ phase }) => phase === 'proposed');
  const submitted = Object.entries(externalReports).filter(([, { phase }]) => phase === 'submitted');
  return [
    ...inForce.filter(({ until }) => !runs('credit-end', until)).map((c) => `no end of ${c.itemId}`),
    ...inForce
      .filter(({ itemId }) => findings.includes(itemId))
      .map((c) => `credited and found: ${c.itemId}`),
    ...inForce
      .filter(({ reportId }) => externalReports[reportId]?.phase !== 'confirmed')
      .map((c) => `credited by a report that nobody confirmed: ${c.itemId}`),
    ...contested.filter(({ itemId }) => !runs('correction', itemId)).map((c) => `nobody judges ${c.itemId}`),
    ...twice(contested.map(({ itemId }) => itemId)).map((itemId) => `corrected twice: ${itemId}`),
    ...(audit.corrections ?? [])
      .filter(({ decidedBy, proposedBy }) => decidedBy && sameSide(decidedBy, proposedBy))
      .map((c) => `two eyes on ${c.itemId}`),
    ...submitted.filter(([id]) => !runs('external-report', id)).map(([id]) => `nobody verifies ${id}`),
  ];
}

const isClosedPilot = (state: CaseState, id: string): boolean =>
  ['accepted', 'failed', 'cancelled'].includes(state.pilots[id]?.phase ?? '');

function duties(state: CaseState): readonly string[] {
  const holders = ballHolders(state);
  const closedPilots = Object.keys(state.pilots).filter((id) => isClosedPilot(state, id));
  const keys = state.deadlines.map((d) => d.key);
  const unsorted = state.deadlines.filter((d) =>
    d.steps.some((s, i) => i > 0 && s.at < (d.steps[i - 1]?.at ?? '')),
  );
  const strangers = openPapers(state).filter(
    ({ organisationId: id }) =>
      id !== state.supplierId && id !== state.audit.auditor?.organisationId && !isParty(state, id),
  );
  return [
    ...(holders.length === 0 && !CLOSED_STATES.includes(state.at) ? ['nobody holds the ball'] : []),
    ...twice(holders.map((h) => h.task)).map((task) => `two duties ${task}`),
    ...twice(keys).map((key) => `two deadlines ${key}`),
    ...twice(openPapers(state).map((p) => p.paper)).map((paper) => `two papers ${paper}`),
    ...unsorted.map((d) => `steps out of order: ${d.key}`),
    ...openPapers(state)
      .filter(({ paper }) => closedPilots.some((id) => paper.startsWith(`inspection:${id}:`)))
      .map(({ paper }) => `${paper} of a closed pilot`),
    ...strangers.map((p) => `${p.paper} open to a stranger`),
    ...(JSON.stringify(JSON.parse(JSON.stringify(state))) === JSON.stringify(state)
      ? []
      : ['state is no JSON']),
  ];
}

/** What is wrong with a state, in words for whoever reads the failing test; nothing when it is sound. */
export const wrongs = (state: CaseState): readonly string[] => [
  ...pilots(state),
  ...approvals(state),
  ...closed(state),
  ...stages(state),
  ...appeals(state),
  ...audits(state),
  ...duties(state),
];
