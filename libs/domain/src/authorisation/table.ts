import { RULEBOOK } from '../rules/rulebook.js';
import type { CommandType } from '../commands.js';
import type { Doer } from '../rules/rule.js';
import { caseOperations } from './case.operations.js';
import { documentOperations } from './document.operations.js';
import { directoryOperations } from './directory.operations.js';
import { machineOperations } from './machine.operations.js';
import { eventOperations } from './event.operations.js';
import type { Person } from '../actors.js';
import { CONSENT_SECTIONS, type ConsentSection } from '../consent.js';
import { peopleOperations } from './people.operations.js';
import { programmeOperations } from './programme.operations.js';
import { buyerWith, relationsTo, type CaseRelation, type Relation } from './relations.js';
import type { OperationRule } from './rule.js';
import { signInOperations } from './sign-in.operations.js';
import { webhookOperations } from './webhook.operations.js';

/**
 * The authorisation table: who may do what, and who may know. Services, tests, the OpenAPI document and the page
 * `AUTHORISATION.md` all read it here; an operation that is not in it cannot be declared.
 */
export const AUTHORISATION = {
  ...directoryOperations,
  ...peopleOperations,
  ...signInOperations,
  ...caseOperations,
  ...documentOperations,
  ...machineOperations,
  ...webhookOperations,
  ...eventOperations,
  ...programmeOperations,
} satisfies Readonly<Record<string, OperationRule>>;
export type OperationId = keyof typeof AUTHORISATION;

export const ruleOfOperation = (operation: OperationId): OperationRule => AUTHORISATION[operation];

/** `hidden`: to this person the object is not there (404). `refused`: it is, and they may not (403). */
export type Judgement = 'allowed' | 'refused' | 'hidden';

export function judge(operation: OperationId, relations: readonly Relation[]): Judgement {
  const { object, may, sees } = ruleOfOperation(operation);
  if (may.some((relation) => relations.includes(relation))) return 'allowed';
  return object === 'none' || sees.some((relation) => relations.includes(relation)) ? 'refused' : 'hidden';
}

const CASE_RELATIONS: readonly CaseRelation[] = ['supplier', 'audit-firm', 'buyer', 'programme-office'];
/** As whom an organisation of this person's may do an operation on a case that somebody else is the supplier of. */
export const mayFromOutside = (operation: OperationId, person: Person): readonly CaseRelation[] =>
  CASE_RELATIONS.filter(
    (relation) =>
      relation !== 'supplier' &&
      judge(
        operation,
        relationsTo(person, {
          caseRelations: [relation],
          sections: CONSENT_SECTIONS,
          auditorId: person.personId,
        }),
      ) === 'allowed',
  );

/** The section that a buyer needs consent to for an operation; none when being a buyer of the case is enough. */
export const sectionOf = (operation: OperationId): ConsentSection | undefined => {
  const { may } = ruleOfOperation(operation);
  return may.includes('buyer')
    ? undefined
    : CONSENT_SECTIONS.find((section) => may.includes(buyerWith(section)));
};

export interface CommandAuthorisation {
  readonly command: CommandType;
  readonly by: readonly Doer[];
  /** An officer may enter it for the supplier, marked for ever. */
  readonly onBehalf: boolean;
}
/** Who may give which command: what `precheck` and `allowedCommands` go by. */
export const COMMAND_AUTHORISATION: readonly CommandAuthorisation[] = Object.entries(RULEBOOK).map(
  ([command, { by, ...more }]) => ({ command: command as CommandType, by, onBehalf: 'onBehalf' in more }),
);

/**
 * Work across organisations, each a named function of PostgreSQL that gives ids and verdicts only. A test compares this
 * list with the functions in the database.
 */
export const ACROSS_ORGANISATIONS = {
  acting_kind: 'the kind of the acting organisation',
  acting_for_office: 'whether the programme office acts',
  case_at_work: 'the one case that is worked on, if for somebody then for one who has to do with it',
  sees_case: 'whether the acting organisation is party to a case',
  consent_in_force: 'whether a buyer has consent to a case at this instant',
  shown_to_everybody:
    'the case that a number or a code is of, when its supplier lets everybody check it: id, and what it opened',
  consented_sections: 'which sections of a case the acting buyer may read by consent at this instant',
  sees_section: 'whether the acting organisation may read a section of a case',
  owns_case: 'whether the acting organisation is the supplier of a case',
  sees_organisation: 'whether an organisation may be known',
  sees_person: 'whether a person may be known',
  sees_site: 'whether a site may be known',
  acting_administers: 'whether the acting person manages the people of the acting organisation',
  accept_invitation: 'makes somebody a member who has the secret of an invitation: the organisation',
  accept_invitation_as: 'the same for whom a sign-in provider named: person and organisation',
  begin_phone_code: 'keeps the hash of a one-time code: whether the number is of use to anybody',
  try_phone_code: 'spends a try at a one-time code: its hash',
  use_phone_code: 'uses a one-time code up, and an invitation to its number: person and organisation',
  keep_message: 'keeps a message, sealed, until it is sent or, on a machine of development, looked at',
  language_of_number: 'in which language a code is sent to a number',
  language_of_supplier: 'in which language an auditor speaks to the people of a supplier that it sees',
  queue_message: 'sends a message that was kept on its way',
  notifications_to_send:
    'notifications that are due: ids, kinds, and on which channels their people can be reached',
  queue_deliveries: 'sends notifications on their way, each on one channel',
  claim_deliveries: 'messages that are sent now: ids, codes, and sealed what is sent where',
  settle_delivery: 'what became of a message; of an address that bounced the office is told',
  mark_address_bounced: 'that an address of somebody takes no messages, as the office knows',
  verify_address: 'makes an address the acting person’s own, by a code that was sent there',
  telegram_turn: 'whether it is this worker that hears what is written to the bot: the place it goes on from',
  telegram_heard: 'up to where the bot was heard',
  telegram_left: 'gives this turn up',
  holder_of_telegram_link: 'whose link a secret is: person and language',
  link_telegram: 'ties a chat to the holder of a link, once',
  unlink_telegram: 'forgets a chat',
  keep_unsubscribe_secret: 'with which secret somebody says no to a kind of notification',
  kind_to_unsubscribe: 'which kind that is',
  unsubscribe: 'says no to it for the person who was sent the secret: the kind',
  settle_address_bounced: 'closes the task about an address that bounced, once none is left; nobody calls it',
  settle_invitation_bounced: 'the same of an invitation that is sent again or over; nobody calls it',
  guard_membership:
    'keeps one administrator, everybody from giving themselves more, and who was erased away; nobody calls it',
  actor_of_token: 'who carries a token: person, organisation, roles',
  sealed_entries:
    'journal entries of a case that its supplier is not told yet: their places, hashes and digests',
  end_of_session: 'why the session of a cookie ended, told to whoever holds it',
  actor_of_session:
    'who sits at a browser: session, person, organisation, roles, whether a second factor was given',
  leave_session: 'ends a session for whoever holds its secret',
  person_of_identity: 'whom a sign-in provider means: person, and the organisation they last worked for',
  signs_in_for: 'the organisation that a person begins to work for',
  end_sessions_of_membership:
    'ends the sessions of a membership that ended or has other roles, and its tokens when it ended or reads more; nobody calls it',
  end_tokens_of_client: 'ends the tokens of an OAuth client that was revoked; nobody calls it',
  take_points: 'how often something was tried that can be guessed',
  forget_points: 'forgets these attempts',
  evidence_of_case:
    'of the case that is worked on: how many documents and photos it has, the worst that was found in them, and which audit firms and buyers share its telephone',
  stale_checks: 'checks whose facts or documents are newer than their last run: cases and kinds of check',
  stalled_cases: 'cases whose checks are not back or whose clock was not read, page by page: their ids',
  settled_lists: 'which edition of each sanctions list everybody was screened against: digests',
  settled_digests: 'of the entries of such an edition: ids and digests',
  keep_list_version: 'keeps an edition of a sanctions list, and what changed in it',
  settle_list_version: 'that everybody whom it may concern was screened again: how many',
  screened_cases: 'cases that are not over and have a check, page by page: their ids',
  wake_sequencer: 'says that something happened; nobody calls it',
  sequencing_turn: 'whether it is this worker that gives events their places now',
  events_to_tell:
    'events that have no place yet: ids, codes, and which organisations are party to their cases',
  tell_events: 'gives events their places in the feeds of those who may hear of them',
  notifying_turn: 'whether it is this worker that tells people now',
  entries_to_notify:
    'what was told to organisations and not to their people yet: ids, codes, states, and which tasks came up with it',
  people_to_notify: 'who works for these organisations, as what, and when they want to be left alone',
  notify_people: 'tells people, each of one event once: how many',
  digests_to_make: 'what waits to be told together: ids and codes',
  make_digests: 'tells it together: how many',
  holder_of_calendar: 'whose calendar a secret address is: person, organisation, roles, language',
  forget_filters: 'deletes what somebody who has left narrowed their lists to',
  forget_notifications: 'deletes what somebody who has left was told, and how they wanted it',
  forget_notifications_that_ended: 'deletes notifications that are old: how many',
  fan_out_webhooks: 'has every endpoint told that wants to be told of an entry of the feed; nobody calls it',
  tell_webhook_disabled: 'has an organisation told that an endpoint was disabled; nobody calls it',
  take_webhook_deliveries: 'deliveries of webhooks to start: ids',
  webhooks_started: 'that they are started',
  webhook_not_started: 'that one could not be started: a code',
  webhooks_postponed: 'that nothing can be started now',
  webhook_to_attempt:
    'of one delivery what it takes to attempt it: ids, an address, sealed secrets, the state of its endpoint',
  webhook_passed: 'that it is attempted now',
  webhook_waits: 'that it waits for its endpoint',
  webhook_ended: 'that it is not attempted any more: a code',
  webhook_attempted: 'what came of an attempt, and what follows from it for its endpoint',
  webhook_backlog: 'how many deliveries wait to be started, and since when; how many are parked',
  forget_webhooks_that_ended: 'deletes what was sent longer ago than it is kept: how many',
  feed_backlog: 'how many events have no place yet, since when, and how many were set aside',
  park_events: 'sets events aside that cannot be told',
  retry_parked_event: 'has an event told again that was set aside, for the office',
  feed_window: 'how far the next entries of the reader reach: places, nothing of what is in them',
  feed_news: 'which of these organisations were told something after a place: ids',
  forget_feed_that_ended: 'deletes what was told longer ago than it is kept: how many',
  session_runs_for: 'for which organisation a session still runs, without noting that it was seen',
  commands_waiting: 'commands that are not decided yet, for the office: ids of cases, codes, and since when',
  take_pending_commands: 'commands that must be sent again: their ids',
  open_office_task: 'a matter for the programme office that no single case can hold',
  anchoring_turn: 'whether it is this worker that writes the anchor file now',
  forget_anchors: 'forgets anchors in lines that the anchor file has lost',
  heads_not_anchored: 'links of chains that are not anchored yet: ids, numbers and hashes',
  note_anchored: 'that they are anchored now',
  last_anchor: 'which anchor file this database has, and the number of its last line',
  journal_heads: 'the head of every chain, for verification: ids, numbers and hashes',
  anchored_hashes: 'hashes of the links that an anchor names',
  audit_submission:
    'digests of what the last submission of an audit was made of, for its firm and the office',
  forget_what_ended: 'deletes rows that ended long ago: how many',
  forget_messages_that_ended: 'the same of messages: how many',
  erase_document: 'takes the name, place and time of a document that the office erases',
  forget_person:
    'deletes how somebody who has left signed in, what was sent to them and what was answered to them',
  forget_addresses: 'deletes where messages to somebody who has left went, and what became of them',
  seen_links: 'which links of a document let the acting organisation read it',
  take_unfinished_uploads: 'uploads whose end must be looked after: their ids, who sends them, their size',
  ended_uploads: 'which of these ids no upload waits for any more',
  take_quarantined_documents: 'documents to examine: their ids, digests and what was declared of them',
  put_back_document: 'that a document could not be examined now',
  settle_document: 'writes down what an examination came to: the verdict, the digest of what is shown',
  take_erased_documents: 'documents whose bytes must go: their ids and digests',
  blob_in_use: 'whether a document that was not erased has bytes of a digest',
  settle_erased_document: 'writes down that the bytes of a document are gone',
  seen_at_other_firms: 'where the same file, or the same image, stands for another firm: ids',
  basis_of_document:
    'what a document is judged by in each of its cases: when it came, the site it shows, the day of the visit',
  keep_document_findings: 'writes down what an examination found: codes, ids and numbers',
  judge_linked_document: 'has a document judged again that was linked to a further place; nobody calls it',
  take_documents_to_judge: 'documents to judge again: their ids, and what the photo tells of time and place',
  document_judged: 'that this was done',
  keep_holiday_edition: 'keeps the holidays of a year as they were loaded; nobody calls it',
  applies_overlay:
    'whether an overlay of a buyer is part of a case that the acting organisation has to do with otherwise, or of the case at work',
  ties_of_auditor:
    'what an auditor or their firm has in common with supplier and buyers of a case: kinds of ties, and ids',
  notices_of_case:
    'buyers of a case that share an owner with its supplier, and which of its firms declared no interests: kinds, and ids',
  client_of_secret: 'which OAuth client has a secret: client, scopes',
  issue_client_token: 'keeps the access token of an OAuth client that has a secret: whether it was kept',
  source_of_event:
    'who stands behind a source of inbound events: person, organisation, roles, and its sealed secrets',
  forget_machines_that_ended: 'deletes what programs of others left behind long ago: how many',
  public_programme: 'of the whole programme how many cases there are of which kind: numbers',
  move_programme_cases: 'takes what is measured of cases along when their site moves; nobody calls it',
  history_of_case:
    'what happened to a case, for those who may read its page: codes, ids and dates, of a buyer’s business for that buyer',
  check_dates: 'when each check of a case last ran, and on which edition of its data',
  likely_duplicates: 'other suppliers that may be the same firm: ids, and what they have in common',
} as const;
