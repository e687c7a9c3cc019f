import {
  APPEAL_GROUNDS,
  APPEAL_RESULTS,
  CHANGE_CODES,
  CHECK_KINDS,
  CONDITION_REASONS,
  REJECTION_REASONS,
  REVOCATION_CAUSES,
  SURVEILLANCE_OUTCOMES,
  SUSPENSION_CAUSES,
  WAIVER_REASONS,
  WITHDRAWAL_REASONS,
} from '#domain';
import { z } from 'zod';
import { id, instant } from '../primitives.js';
import { count, event, grade, perhaps, seed, visit } from './event-fields.js';

const cause = z.enum(SUSPENSION_CAUSES);
const change = z.enum(CHANGE_CODES);
const outcome = z.enum(SURVEILLANCE_OUTCOMES);
const until = instant;
const ofVisit = { visit };
const appealed = {
  origin: z.enum(['REJECTED', 'SUSPENDED', 'REVOKED', 'CAP_OPEN']),
  ground: z.enum(APPEAL_GROUNDS),
};

/** The years of a qualification. */
export const QUALIFIED_EVENTS = {
  'qualification-granted': event('The supplier is qualified: its first buyer approved it.', {
    ...{ grade: perhaps(grade), until, conditional: z.boolean() },
  }),
  'qualification-downgraded': event('The qualification is conditional from now on.', {
    reason: perhaps(z.enum(CONDITION_REASONS)),
  }),
  'conditions-met': event('The conditions are met; the qualification is a full one again.', {
    reason: perhaps(z.enum(['certificate-renewed'])),
  }),
  'qualification-suspended': event(
    'The qualification does not count for now, or one more cause has come to why.',
    {
      ...{ cause: perhaps(cause), since: instant },
    },
  ),
  'suspension-confirmed': event('A second officer stands for the suspension.', { cause }),
  'suspension-dismissed': event('No second officer stands for the suspension; it falls.', {}),
  'reinstatement-proposed': event(
    'An officer wants the qualification to count again; a second one decides.',
    {},
  ),
  'reinstatement-dismissed': event('The second officer did not agree to the reinstatement.', {}),
  'qualification-reinstated': event('The qualification counts again.', {
    cause: perhaps(cause),
    since: instant,
  }),
  'revocation-proposed': event('An officer wants the qualification taken away; a second one decides.', {
    cause: z.enum(REVOCATION_CAUSES),
  }),
  'revocation-dismissed': event('The second officer did not agree to the revocation.', {}),
  'qualification-revoked': event('The qualification was taken away for cause.', {
    cause: perhaps(z.enum([...new Set([...SUSPENSION_CAUSES, ...REVOCATION_CAUSES])])),
  }),
  'change-reported': event('Something changed at the supplier that may touch what was assessed.', { change }),
  'change-concluded': event('The programme office looked at a reported change.', { change, outcome }),
  'desk-review-concluded': event('The programme office looked at the qualification at its desk.', {
    outcome,
  }),
  'surveillance-drawn': event('It was drawn whether the supplier is visited unannounced.', {
    ...{ picked: z.boolean(), dueAt: perhaps(instant), seed },
  }),
  'surveillance-ordered': event('The programme office ordered a visit.', ofVisit),
  'surveillance-assigned': event('A visit was given to an auditor.', {
    ...ofVisit,
    auditorId: id,
    firmId: id,
  }),
  'surveillance-submitted': event('The auditor handed in what a visit found.', ofVisit),
  'surveillance-concluded': event('A reviewer concluded a visit.', {
    ...ofVisit,
    outcome,
    grade,
    findings: count,
  }),
  'requalification-opened': event('The end of the qualification is near; the supplier may renew it.', {
    until,
  }),
  'renewal-audit-planned': event(
    'It stands how the renewal is audited: in full, or what is new and was not in order.',
    {
      audit: z.enum(['delta', 'full']),
      fullBecause: perhaps(z.enum(['grade', 'reported-change'])),
      ...{ asked: perhaps(count), carried: perhaps(count) },
    },
  ),
  'qualification-renewed': event('The qualification was renewed.', { grade: perhaps(grade), until }),
} as const;

/** How cases end, and appeals. */
export const ENDING_EVENTS = {
  'qualification-rejected': event('The case was rejected.', {
    reason: perhaps(
      z.enum([
        ...new Set([...REJECTION_REASONS, ...CHECK_KINDS]),
        'zero-tolerance',
        'corrective-action-overdue',
        'pilots-failed',
      ]),
    ),
  }),
  'qualification-withdrawn': event('The supplier left, or did not answer in time.', {
    reason: perhaps(z.enum([...WITHDRAWAL_REASONS, 'information-not-given', 'visit-refused'])),
  }),
  'qualification-lapsed': event('The case or the qualification came to its end, for its time ran out.', {}),
  'cooling-off-waived': event('The supplier may apply again at once.', { reason: z.enum(WAIVER_REASONS) }),
  'cooling-off-ended': event('The supplier may apply again.', {}),
  'appeal-lodged': event('The supplier appealed against a decision.', {
    ...{ ...appealed, effectSuspended: z.boolean() },
  }),
  'appeal-panel-named': event('People who had no hand in the case sit on the panel.', {
    ...{ members: z.array(id).max(3), third: z.boolean() },
  }),
  'appeal-voted': event('A member of the panel voted.', { personId: id }),
  'appeal-decided': event('The panel decided on the appeal.', {
    ...{ ...appealed, result: z.enum(APPEAL_RESULTS), reaudit: z.boolean() },
  }),
  'appeal-window-closed': event('The time to appeal is over.', {}),
} as const;
