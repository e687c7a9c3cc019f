import type { Case } from '../play/api-client.js';
import type { Directory } from './directory.js';
import { check, day, deadline, list } from './wording.js';

export interface ToldEvent {
  readonly type: string;
  readonly params: Readonly<Record<string, unknown>>;
}
type Tell = (event: ToldEvent, seen: Case, directory: Directory) => string | undefined;

const VERDICTS: Readonly<Record<string, string>> = {
  PASS: 'passed',
  WARN: 'passed with a warning',
  FAIL: 'failed',
  POTENTIAL: 'found something for an officer',
  ERROR: 'could not run',
};
const checksSaid: Tell = ({ params }, seen) => {
  const kinds = params['checks'] as readonly string[];
  const said = new Map<string, string[]>();
  for (const kind of kinds) {
    const verdict = seen.checks[kind]?.verdict ?? 'PENDING';
    said.set(verdict, [...(said.get(verdict) ?? []), check(kind)]);
  }
  const parts = [...said].map(([verdict, names]) => `${list(names)} ${VERDICTS[verdict] ?? verdict}`);
  return `checks: ${parts.join('; ')}`;
};
/** What is due and when: `the buyer's decision (Northlight) is due on 5 Mar 2027`. */
const due: Tell = ({ params }, _seen, directory) => {
  const [kind = '', subject = ''] = String(params['deadline']).split(':');
  const whose = ['buyer-decision', 'buyer-decision-deferred', 'approval-end'].includes(kind)
    ? ` (${directory.organisation(subject)})`
    : '';
  const verb = ENDING.includes(kind) ? 'ends' : 'is due';
  return `${deadline(kind)}${whose} ${verb} on ${day(String(params['dueAt']))}`;
};
const ENDING = ['approval-end', 'certificate', 'credit-end', 'validity'];

/** What the case itself does: checks, timers, consequences. Events that a person's line already tells are not here. */
const TELL: Readonly<Record<string, Tell>> = {
  'checks-recorded': checksSaid,
  'check-awaits-officer': ({ params }) => `${check(String(params['check']))}: an officer has to look`,
  'assessment-started': () => 'audit and compliance checks begin beside each other',
  'reminder-due': (...told) => `reminder: ${due(...told)}`,
  escalated: (...told) => `ESCALATED to the programme office: ${due(...told)}`,
  'approval-expired': ({ params }, _seen, directory) =>
    `the approval by ${directory.organisation(String(params['buyerId']))} has come to its end`,
  'visit-agreed': ({ params }) => `the visit is on ${day(`${String(params['date'])}T05:00:00Z`)}`,
  'pilot-parked': () => 'no buyer was found: on the parked list',
  'qualification-downgraded': () => 'from now on conditional',
  'qualification-suspended': ({ params }) => `SUSPENDED: ${String(params['cause']).replaceAll('-', ' ')}`,
  'qualification-reinstated': () => 'reinstated; each buyer has to confirm its approval',
  'qualification-revoked': () => 'the qualification is taken away, and every approval with it',
  'conditions-met': ({ params }) =>
    params['reason'] === 'certificate-renewed'
      ? 'the certificate is back: a full qualification again'
      : undefined,
  'requalification-opened': () => 'the last ninety days: its renewal may begin',
  'qualification-renewed': () => 'renewed: a new term begins',
  'approval-awaits-buyer': ({ params }, _seen, directory) =>
    `the approval by ${directory.organisation(String(params['buyerId']))} waits to be confirmed`,
  'credit-ended': () => 'the credit for a report has ended: its items are asked again',
  'cooling-off-ended': () => 'the wait before applying again is over',
  'qualification-lapsed': () => 'the qualification has lapsed: its time ran out',
  'qualification-rejected': () => 'the case is rejected',
  'qualification-withdrawn': () => 'the case counts as withdrawn',
  'appeal-window-closed': () => 'the time for an appeal is over',
};

/** One event in plain words; nothing for those that would only repeat. */
export const tellEvent: Tell = (event, seen, directory) => TELL[event.type]?.(event, seen, directory);
