import { CASE_STATES, CLOSED_STATES, type CaseStateName } from './states.js';

export interface Transition {
  readonly from: CaseStateName;
  readonly event: string;
  readonly to: CaseStateName;
}

/** Decisions a supplier may appeal against; the appeal goes back to where it came from, unless it is overturned. */
export const APPEALABLE = [
  'REJECTED',
  'SUSPENDED',
  'REVOKED',
  'CAP_OPEN',
] as const satisfies readonly CaseStateName[];

const row = (from: CaseStateName, event: string, to: CaseStateName): Transition => ({ from, event, to });

/**
 * Every move a case can make, with the event names of the programme's state machine (domain 2).
 * A renewal is a new linked case: `renewed` qualifies that one, and the old one goes on to its last day. `lapse` ends a
 * qualification that never came to requalification: a conditional one, or one of before there was any.
 */
export const TRANSITIONS: readonly Transition[] = [
  row('DRAFT', 'submit', 'SUBMITTED'),
  row('DRAFT', 'timer', 'EXPIRED'),
  row('SUBMITTED', 'request_info', 'INFO_REQUESTED'),
  row('INFO_REQUESTED', 'resubmit', 'SUBMITTED'),
  row('INFO_REQUESTED', 'timer', 'WITHDRAWN'),
  row('SUBMITTED', 'accept_complete', 'SCREENING'),
  row('SCREENING', 'knock_out', 'REJECTED'),
  row('SCREENING', 'clear', 'ELIGIBLE'),
  row('ELIGIBLE', 'start', 'IN_ASSESSMENT'),
  row('IN_ASSESSMENT', 'join', 'ASSESSMENT_REVIEW'),
  row('IN_ASSESSMENT', 'zero_tolerance_confirmed', 'REJECTED'),
  row('ASSESSMENT_REVIEW', 'pass', 'PILOT_READY'),
  row('ASSESSMENT_REVIEW', 'conditional', 'CAP_OPEN'),
  row('ASSESSMENT_REVIEW', 'fail', 'REJECTED'),
  row('ASSESSMENT_REVIEW', 'return_to_auditor', 'IN_ASSESSMENT'),
  row('CAP_OPEN', 'cap_verified', 'ASSESSMENT_REVIEW'),
  row('CAP_OPEN', 'timer', 'REJECTED'),
  row('CAP_OPEN', 'cap_partial_ok', 'PILOT_READY'),
  row('PILOT_READY', 'place_pilot', 'PILOT_RUNNING'),
  row('PILOT_RUNNING', 'deliver', 'PILOT_INSPECTION'),
  row('PILOT_RUNNING', 'cancel_by_buyer', 'PILOT_READY'),
  row('PILOT_INSPECTION', 'accepted', 'BUYER_DECISION'),
  row('PILOT_INSPECTION', 'rework', 'PILOT_RUNNING'),
  row('PILOT_INSPECTION', 'rejected_lot', 'CAP_OPEN'),
  row('BUYER_DECISION', 'approve', 'QUALIFIED'),
  row('BUYER_DECISION', 'approve_conditional', 'QUALIFIED_CONDITIONAL'),
  row('BUYER_DECISION', 'decline', 'PILOT_READY'),
  row('ASSESSMENT_REVIEW', 'renewed', 'QUALIFIED'),
  row('CAP_OPEN', 'renewed', 'QUALIFIED'),
  row('QUALIFIED', 'timer', 'REQUALIFYING'),
  row('REQUALIFYING', 'timer', 'EXPIRED'),
  ...APPEALABLE.map((from) => row(from, 'appeal', 'APPEAL')),
  ...APPEALABLE.map((to) => row('APPEAL', 'upheld', to)),
  row('APPEAL', 'overturned', 'ASSESSMENT_REVIEW'),
  row('QUALIFIED', 'downgrade', 'QUALIFIED_CONDITIONAL'),
  row('QUALIFIED_CONDITIONAL', 'conditions_met', 'QUALIFIED'),
  row('QUALIFIED', 'trigger', 'SUSPENDED'),
  row('QUALIFIED_CONDITIONAL', 'trigger', 'SUSPENDED'),
  row('QUALIFIED_CONDITIONAL', 'timer', 'SUSPENDED'),
  row('SUSPENDED', 'reinstate', 'QUALIFIED'),
  row('SUSPENDED', 'reinstate', 'QUALIFIED_CONDITIONAL'),
  row('SUSPENDED', 'timer/decision', 'REVOKED'),
  // While a renewal runs the old qualification stands, and can be lost as any other.
  row('REQUALIFYING', 'trigger', 'SUSPENDED'),
  row('REQUALIFYING', 'downgrade', 'QUALIFIED_CONDITIONAL'),
  row('SUSPENDED', 'reinstate', 'REQUALIFYING'),
  row('QUALIFIED', 'lapse', 'EXPIRED'),
  row('QUALIFIED_CONDITIONAL', 'lapse', 'EXPIRED'),
  row('SUSPENDED', 'lapse', 'EXPIRED'),
  ...CASE_STATES.filter((from) => !CLOSED_STATES.includes(from)).map((from) =>
    row(from, 'withdraw', 'WITHDRAWN'),
  ),
];

/**
 * Where `event` leads from `from`; undefined when the table knows no such move.
 * @param to which of several places, where the event leads back to where the case came from
 */
export const target = (from: CaseStateName, event: string, to?: CaseStateName): CaseStateName | undefined =>
  TRANSITIONS.find((t) => t.from === from && t.event === event && (to ?? t.to) === t.to)?.to;
