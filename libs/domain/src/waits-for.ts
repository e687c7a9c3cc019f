import { ROLE_HOME, type OrganisationKind } from './actors.js';
import { ballHolders, type BallHolder } from './ball-holders.js';
import type { CaseState } from './case-state.js';
import type { CaseStateName } from './states.js';

/** The five sides that a case can wait for; `checks` are those that the machine runs. */
export const WAITED_FOR = ['supplier', 'auditor', 'office', 'buyer', 'checks'] as const;
export type WaitedFor = (typeof WAITED_FOR)[number];

const SIDES: Readonly<Record<OrganisationKind, WaitedFor>> = {
  supplier: 'supplier',
  'audit-firm': 'auditor',
  'programme-office': 'office',
  buyer: 'buyer',
};
/** An administrator decides nothing in a case, so none waits for one. */
const sideOf = (role: BallHolder['role']): WaitedFor | undefined => {
  if (role === 'system') return 'checks';
  return role === 'administrator' ? undefined : SIDES[ROLE_HOME[role]];
};

const CHECKS = ['run-check', 'rerun-check', 'resolve-check', 'confirm-clearing', 'confirm-check-failure'];
const PILOT = [
  ...['confirm-pilot', 'submit-sample', 'judge-sample', 'deliver-lot'],
  ...['inspect-lot', 'decide-rejected-lot'],
];
const JUDGEMENTS = ['confirm-zero-tolerance', 'mark-child-safe', 'confirm-rejection', 'judge-correction'];

/**
 * Duties that take a case on from where it stands. Others run beside it and hold nothing up: a certificate that ends next
 * year, a minor correction while the pilot is made, a matter of the office.
 */
const ON_THE_WAY: Readonly<Partial<Record<CaseStateName, readonly string[]>>> = {
  DRAFT: ['complete-application'],
  SUBMITTED: ['check-completeness', 'confirm-rejection'],
  INFO_REQUESTED: ['answer-information-request'],
  SCREENING: [...CHECKS, 'confirm-rejection'],
  IN_ASSESSMENT: [
    ...[...CHECKS, ...JUDGEMENTS],
    ...['assign-auditor', 'propose-visit', 'answer-visit-proposal', 'visit-site', 'submit-audit'],
  ],
  ASSESSMENT_REVIEW: [...CHECKS, ...JUDGEMENTS, 'assign-auditor', 'review-assessment'],
  CAP_OPEN: [
    ...[...CHECKS, ...JUDGEMENTS, 'assign-auditor'],
    ...['correct-finding', 'verify-corrective-action', 'decide-corrective-action'],
  ],
  PILOT_READY: ['match-buyer', 'place-pilot'],
  PILOT_RUNNING: PILOT,
  PILOT_INSPECTION: PILOT,
  BUYER_DECISION: ['recommend-approval', 'decide-approval'],
  APPEAL: ['appoint-panel', 'vote-appeal'],
};

/**
 * For whom a case waits on its way to a qualification: everybody who has a duty without which it does not go on. Branches
 * and buyers run beside each other, so it may be several at a time; nobody once it is qualified or closed.
 */
export function waitsFor(state: CaseState): readonly WaitedFor[] {
  const onTheWay = ON_THE_WAY[state.at] ?? [];
  const sides = new Set(
    ballHolders(state)
      .filter(({ what }) => onTheWay.includes(what))
      .map(({ role }) => sideOf(role)),
  );
  return WAITED_FOR.filter((side) => sides.has(side));
}
