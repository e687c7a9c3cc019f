import type { Case } from '../play/api-client.js';

/** Codes in plain words. A code that is not here is shown as it is, with spaces. */
export type Words = Readonly<Record<string, string>>;

const spaced = (code: string): string => code.replaceAll('-', ' ');
const say =
  (words: Words) =>
  (code: string): string =>
    words[code] ?? spaced(code);

/** What somebody has to do. */
export const duty = say({
  'complete-application': 'complete the application',
  'check-completeness': 'check that all is there',
  'answer-information-request': 'answer the question',
  'resolve-check': 'judge what a check has found',
  'confirm-bank-change': 'call the supplier back about its new bank account',
  'confirm-check-failure': 'confirm, as a second officer, that a check has failed',
  'confirm-clearing': 'agree, as a second officer, that a list means somebody else',
  'rerun-check': 'run the check again',
  'run-check': 'run the check',
  'assign-auditor': 'assign an auditor',
  'propose-visit': 'propose days for the visit',
  'answer-visit-proposal': 'choose a day for the visit',
  'visit-site': 'visit the site',
  'submit-audit': 'hand in the audit',
  'mark-child-safe': 'see that the child is safe',
  'confirm-zero-tolerance': 'confirm or dismiss the zero-tolerance alert',
  'confirm-external-report': 'verify a report of another scheme at its source',
  'renew-external-report': 'renew the report of another scheme',
  'judge-correction': 'judge, as a second person, the correction of',
  'review-assessment': 'review the assessment',
  'confirm-rejection': 'confirm the rejection as a second person',
  'correct-finding': 'correct',
  'verify-corrective-action': 'verify the correction of',
  'decide-corrective-action': 'accept in part or let end the correction of',
  'match-buyer': 'find a buyer',
  'place-pilot': 'place a pilot order',
  'confirm-pilot': 'confirm the pilot order',
  'submit-sample': 'show a sample',
  'judge-sample': 'approve or reject a sample',
  'deliver-lot': 'deliver',
  'inspect-lot': 'inspect lot',
  'decide-rejected-lot': 'have it reworked or reject lot',
  'recommend-approval': 'recommend or decline',
  'decide-approval': 'approve or decline',
  'renew-certificate': 'renew the certificate',
  'renew-qualification': 'renew the qualification',
  'close-conditions': 'close what its qualification is conditional on',
  'confirm-conditions': 'confirm that the conditions are met',
  'confirm-suspension': 'confirm the suspension as a second officer',
  'confirm-reinstatement': 'confirm the reinstatement as a second officer',
  'confirm-revocation': 'confirm the revocation as a second officer',
  'close-suspension-cause': 'close what it was suspended for',
  'decide-suspension': 'propose to reinstate or to revoke',
  'confirm-approval': 'look at the approval again and confirm it',
  'review-change': 'look at a change at the supplier',
  'review-surveillance': 'look at the qualification as every year',
  'assign-surveillance': 'assign somebody to a surveillance visit',
  'submit-surveillance': 'visit the site again and hand in the answers',
  'conclude-surveillance': 'conclude the surveillance visit',
  'phone-call': 'call the supplier',
  'appoint-panel': 'name the panel of the appeal',
  'vote-appeal': 'judge the appeal',
});

/** What happens when nothing happens. */
export const otherwise = say({
  escalation: 'escalated',
  withdrawal: 'withdrawn',
  lapse: 'it lapses',
  rejection: 'the case is rejected',
  parked: 'parked',
  downgrade: 'it becomes conditional',
  suspension: 'it is suspended',
  revocation: 'it is revoked',
  reinstatement: 'the suspension falls',
  'proposal-falls': 'the proposal falls',
  'stays-suspended': 'the approval stays suspended',
  retry: 'tried again',
  'late-delivery': 'it counts as late',
  'officer-task': 'an officer looks at it',
  'item-asked-again': 'its items are asked again',
  'first-date-stands': 'the first day stands',
});

/** What is due, or ends. */
export const deadline = say({
  draft: 'an unfinished application',
  completeness: 'the look at whether all is there',
  information: 'the missing information',
  screening: 'the screening',
  'check-officer': "an officer's word on a check",
  'check-retry': 'another try of a check',
  'check-expiry': 'a new run of a check',
  'bank-cool-off': 'the day a new bank account waits',
  'bank-call-back': 'the call about a new bank account',
  'assign-auditor': 'the assignment of an auditor',
  'assignment-answer': "the auditor's answer",
  'visit-response': 'the choice of a day for the visit',
  'audit-visit': 'the visit of the site',
  'audit-report': 'the audit',
  'zero-tolerance': 'the verdict on a zero-tolerance alert',
  safeguarding: 'the safety of a child',
  review: 'the review of the assessment',
  'rejection-confirmation': "a second person's word on the rejection",
  'corrective-action-critical': 'the correction of a critical finding',
  'corrective-action-major': 'the correction of a major finding',
  'corrective-action-minor': 'the correction of a minor finding',
  verification: 'the verification of a correction',
  'pilot-match': 'a buyer for the pilot order',
  'pilot-confirmation': 'the confirmation of the pilot order',
  'sample-decision': 'the verdict on a sample',
  'pilot-delivery': 'the delivery of the pilot order',
  'pilot-inspection': 'the inspection of a lot',
  'lot-decision': 'the decision on a rejected lot',
  'buyer-decision': "the buyer's decision",
  'buyer-decision-deferred': "the buyer's deferred decision",
  'approval-end': 'the approval',
  'consent-end': 'what the supplier opened to a buyer',
  scorecard: "the month's scorecard",
  'external-report': 'the look at a report of another scheme',
  'credit-end': 'the credit for a report of another scheme',
  correction: 'the verdict on a correction',
  certificate: 'a certificate',
  condition: 'what the qualification is conditional on',
  suspension: 'the suspension',
  'second-officer': 'the word of a second officer',
  'approval-confirmation': "the buyer's confirmation",
  'change-review': 'a look at a change',
  surveillance: 'the yearly review',
  'surveillance-draw': 'the draw of unannounced visits',
  'surveillance-visit': 'a surveillance visit',
  'surveillance-review': 'the conclusion of a surveillance visit',
  validity: 'the qualification',
  requalification: 'the time before renewal',
  'cooling-off': 'the wait before applying again',
  'appeal-window': 'the time to appeal',
  'appeal-panel': 'the panel of the appeal',
  'appeal-decision': 'the decision on the appeal',
});

/** Why a file is refused. */
export const refused = say({
  infected: 'the scanner found a virus',
  'type-not-allowed': 'what is in it is no picture',
});

/** What a supplier opens to a buyer. */
export const section = say({
  profile: 'its profile',
  'audit-result': 'the result of the audit',
  'corrective-actions': 'corrective actions',
});

export const check = say({
  sanctions: 'sanctions lists',
  duplicate: 'duplicate firm or site',
  'vat-tin': 'tax number',
  'patent-tax': 'patent tax',
  certificates: 'certificates',
  'beneficial-owners': 'owners',
});

const SUBSTATES: Words = {
  'application/draft': 'draft',
  'application/submitted': 'submitted',
  'application/information-requested': 'information asked',
  'application/screening': 'screening',
  'assessment/running': 'audit and checks',
  'assessment/review': 'review',
  'assessment/corrective-action': 'corrective action',
  'pilot-order/ready': 'ready for a pilot order',
  'pilot-order/running': 'pilot order runs',
  'pilot-order/inspection': 'pilot lots inspected',
  'approval/decision': 'a buyer decides',
  'qualified/full': 'qualified',
  'qualified/conditional': 'conditionally qualified',
  'qualified/requalifying': 'qualified while its renewal runs',
  'qualified/suspended': 'suspended',
  'appeal/panel': 'before the appeal panel',
  'closed/revoked': 'revoked',
  'closed/lapsed': 'lapsed',
  'closed/rejected': 'rejected',
  'closed/withdrawn': 'withdrawn',
};
/** Where a case stands. */
export const place = ({ stage, substate }: Pick<Case, 'stage' | 'substate'>): string =>
  SUBSTATES[`${stage}/${substate}`] ?? `${spaced(stage)}, ${spaced(substate)}`;

const PHNOM_PENH = 7 * 3_600_000;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const local = (instant: string): Date => new Date(Date.parse(instant) + PHNOM_PENH);

/** A day in Phnom Penh: `5 Mar 2027`. */
export function day(instant: string): string {
  const at = local(instant);
  return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
}

/** A minute in Phnom Penh: ` 5 Mar 2027 09:30`, always equally long. */
export const minute = (instant: string): string =>
  `${day(instant).padStart(11)} ${local(instant).toISOString().slice(11, 16)}`;

/** A list as people write it: `a, b and c`. */
export const list = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** `1 lot`, `2 lots`. */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
