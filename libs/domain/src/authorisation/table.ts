import { RULEBOOK } from '../rules/rulebook.js';
import type { CommandType } from '../commands.js';
import type { Doer } from '../rules/rule.js';
import { caseOperations } from './case.operations.js';
import { directoryOperations } from './directory.operations.js';
import type { Relation } from './relations.js';
import type { OperationRule } from './rule.js';

/**
 * The authorisation table: who may do what, and who may know. Services, tests, the OpenAPI document and the page
 * `AUTHORISATION.md` all read it here; an operation that is not in it cannot be declared.
 */
export const AUTHORISATION = { ...directoryOperations, ...caseOperations } satisfies Readonly<
  Record<string, OperationRule>
>;
export type OperationId = keyof typeof AUTHORISATION;

export const ruleOfOperation = (operation: OperationId): OperationRule => AUTHORISATION[operation];

/** `hidden`: to this person the object is not there (404). `refused`: it is, and they may not (403). */
export type Judgement = 'allowed' | 'refused' | 'hidden';

export function judge(operation: OperationId, relations: readonly Relation[]): Judgement {
  const { object, may, sees } = ruleOfOperation(operation);
  if (may.some((relation) => relations.includes(relation))) return 'allowed';
  return object === 'none' || sees.some((relation) => relations.includes(relation)) ? 'refused' : 'hidden';
}

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
  owns_case: 'whether the acting organisation is the supplier of a case',
  sees_organisation: 'whether an organisation may be known',
  sees_person: 'whether a person may be known',
  sees_site: 'whether a site may be known',
  actor_of_token: 'who carries a token: person, organisation, roles',
  take_pending_commands: 'commands that must be sent again: their ids',
  open_office_task: 'a matter for the programme office that no single case can hold',
  anchoring_turn: 'whether it is this worker that writes the anchor file now',
  forget_anchors: 'forgets anchors in lines that the anchor file has lost',
  heads_since: 'links of chains that are not anchored yet: ids, numbers and hashes',
  note_anchored: 'that they are anchored now',
  last_anchor: 'the number of the last line of the anchor file',
  journal_heads: 'the head of every chain, for verification: ids, numbers and hashes',
  anchored_hashes: 'hashes of the links that an anchor names',
  drop_expired_answers: 'deletes what was kept under keys that have ended: how many',
  likely_duplicates: 'other suppliers that may be the same firm: ids, and what they have in common',
} as const;
