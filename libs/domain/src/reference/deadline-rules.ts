import type { DeadlineRule, StepRule } from '../deadlines.js';
import type { InputCategory } from './input-categories.js';
import { COOLING_OFF } from '../renewal.js';
import type { DeadlineKind, SchemeContent, SchemeDeadlineKind } from '../scheme.js';

const afterStart = (...days: number[]): StepRule[] =>
  days.map((d) => ({ step: 'remind', from: 'start', days: d }));
const beforeDue = (...days: number[]): StepRule[] =>
  days.map((d) => ({ step: 'remind', from: 'due', days: -d }));
const escalate = (...days: number[]): StepRule[] =>
  days.map((d) => ({ step: 'escalate', from: 'due', days: d }));
const expire = (days: number): StepRule => ({ step: 'expire', from: 'due', days });

/** An office or audit duty: a nudge the day before, the office's own superior at due and a week later. */
const duty = (workingDays: number): DeadlineRule => ({
  within: { workingDays },
  steps: [...beforeDue(1), ...escalate(0, 7)],
});
const correctiveAction = (days: number, ends: boolean): DeadlineRule => ({
  within: { days },
  steps: [...beforeDue(14, 7, 1), ...beforeDue(-1), ...escalate(7), ...(ends ? [expire(14)] : [])],
  extendableDays: 30,
});

/** Response times, reminder leads and escalations of the first scheme (domain 2.1 and the state machine's timers). */
export const DEADLINE_RULES: Readonly<Record<SchemeDeadlineKind, DeadlineRule>> = {
  draft: { within: { days: 60 }, steps: [...afterStart(7, 21, 45), expire(0)] },
  completeness: duty(3),
  information: {
    within: { days: 14 },
    steps: [
      ...afterStart(3, 7, 12),
      { step: 'escalate', from: 'start', days: 10 },
      { step: 'expire', from: 'start', days: 28 },
    ],
    extendableDays: 14,
    fixedEnd: true,
  },
  screening: { within: { hours: 1 }, steps: escalate(0, 1) },
  'check-officer': duty(2),
  'check-retry': { within: { hours: 24 }, steps: [] },
  'assign-auditor': duty(5),
  'assignment-answer': duty(3),
  'visit-response': { within: { days: 5 }, steps: [...beforeDue(2, 1), expire(0)] },
  'audit-visit': { within: { days: 21 }, steps: [...beforeDue(7, 2), ...escalate(0, 7)], extendableDays: 14 },
  'audit-report': duty(5),
  'zero-tolerance': duty(2),
  review: { within: { workingDays: 5 }, steps: [...beforeDue(1), ...escalate(0, 2)] },
  'rejection-confirmation': duty(2),
  'corrective-action-critical': correctiveAction(30, true),
  'corrective-action-major': correctiveAction(90, true),
  'corrective-action-minor': correctiveAction(180, false),
  verification: duty(5),
  'pilot-match': { within: { days: 60 }, steps: [...afterStart(14, 30, 45), ...escalate(0), expire(60)] },
  'pilot-confirmation': duty(3),
  'pilot-delivery': { within: { days: 30 }, steps: [...beforeDue(7, 2, -1), ...escalate(3)] },
  'sample-decision': duty(3),
  'pilot-inspection': duty(5),
  'lot-decision': duty(5),
  'buyer-decision': {
    within: { workingDays: 10 },
    steps: [
      { step: 'remind', from: 'start', workingDays: 3 },
      { step: 'remind', from: 'start', workingDays: 7 },
      { step: 'escalate', from: 'start', workingDays: 10 },
      { step: 'escalate', from: 'start', workingDays: 15 },
    ],
  },
  'buyer-decision-deferred': { within: { days: 30 }, steps: [...beforeDue(7, 2), ...escalate(0, 7)] },
  'approval-end': { within: { days: 0 }, steps: [...beforeDue(60, 30, 7), expire(0)] },
  // An hour into what comes after: at the end of the last day it is still that day.
  'check-expiry': { within: { days: 0 }, steps: [{ step: 'retry', from: 'due', hours: 1 }] },
  // Payment fraud: an account that was changed stands a day later at the soonest (domain 4, row 11).
  'bank-cool-off': { within: { hours: 24 }, steps: [expire(0)] },
  'bank-call-back': duty(2),
  'consent-end': { within: { days: 365 }, steps: [expire(0)] },
  // The buyer has five days after a month's end to write down what came in it.
  scorecard: { within: { days: 0 }, steps: [expire(5)] },
  // Six months, one extension of three; its due instant is given in months (domain 2.1, validity by grade).
  condition: { within: { days: 182 }, steps: [...beforeDue(30, 14, 7, 1), expire(0)], extendableDays: 92 },
  suspension: { within: { days: 90 }, steps: [...beforeDue(30, 14, 7, 1), expire(0)] },
  'second-officer': { within: { workingDays: 2 }, steps: [...beforeDue(1), ...escalate(0, 7), expire(14)] },
  'approval-confirmation': { within: { workingDays: 10 }, steps: [...beforeDue(3), ...escalate(0, 7)] },
  'change-review': duty(5),
  surveillance: { within: { days: 365 }, steps: [...beforeDue(30, 7), ...escalate(0, 14)] },
  'surveillance-draw': { within: { days: 1 }, steps: [expire(0)] },
  'surveillance-visit': {
    within: { days: 90 },
    steps: [...beforeDue(60, 14, 7, 1), ...escalate(0, 7)],
    extendableDays: 30,
  },
  'surveillance-review': duty(5),
  'external-report': duty(5),
  'credit-end': { within: { days: 365 }, steps: [...beforeDue(90, 60, 30, 7), expire(0)] },
  correction: duty(2),
  certificate: { within: { days: 0 }, steps: [...beforeDue(90, 60, 30, 7), ...escalate(0), expire(30)] },
  validity: { within: { days: 0 }, steps: [...beforeDue(90, 60, 30, 7), expire(0)] },
  'appeal-window': { within: { days: 15 }, steps: [expire(0)] },
  // Its due instant is the day from which a qualification may be renewed (state machine: 90 d before expiry).
  requalification: { within: { days: 0 }, steps: [expire(0)] },
  'appeal-panel': duty(3),
  'appeal-decision': {
    within: { workingDays: 20 },
    steps: [
      { step: 'remind', from: 'due', workingDays: -5 },
      { step: 'remind', from: 'due', workingDays: -1 },
      ...escalate(0, 7),
    ],
  },
};

/** Always due at an instant that the case gives: of these a scheme says when to remind, and its length counts for nothing. */
export const DATED_BY_THE_CASE: readonly SchemeDeadlineKind[] = [
  'check-retry',
  'check-expiry',
  'credit-end',
  'approval-end',
  'scorecard',
  'certificate',
  'validity',
  'condition',
  'requalification',
  'surveillance',
  'surveillance-visit',
];

/** Leather without LWG and chemicals without an MRSL statement may not be used (domain 2.1, certificate expiry timers). */
const CERTIFICATE_LAPSE: NonNullable<SchemeContent['certificateLapse']> = {
  LEATHER: 'suspend',
  CHEMICALS: 'suspend',
};
/** What the lapse of a mandatory certificate does to a qualification: as the scheme says, ours where it is silent. */
export const certificateLapse = ({ certificateLapse: own }: SchemeContent, category: InputCategory) =>
  own?.[category] ?? CERTIFICATE_LAPSE[category] ?? 'conditional';

/** A child is to be made safe within 24 hours (SL-01); the office is told again then and on the two days after. */
const SAFEGUARDING: DeadlineRule = { within: { hours: 24 }, steps: escalate(0, 1, 2) };

const COOLING_OFF_RULE: DeadlineRule = { within: { days: COOLING_OFF.rejectedDays }, steps: [expire(0)] };

/** How long a wait may take: as the scheme says, where it has a say; ours for what its version does not know yet. */
export function deadlineRule({ deadlines }: SchemeContent, kind: DeadlineKind): DeadlineRule {
  if (kind === 'safeguarding') return SAFEGUARDING;
  if (kind === 'cooling-off') return COOLING_OFF_RULE;
  return deadlines[kind] ?? DEADLINE_RULES[kind];
}

/** Waits between the runs of a check that could not run; after the last one an officer takes over. */
export const CHECK_RETRY_HOURS: readonly number[] = [0.25, 1, 4, 12, 24];
