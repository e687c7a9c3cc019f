import type { Actor, CaseRole, Person } from '../actors.js';
import type { CaseState } from '../case-state.js';
import type { CommandOf, CommandType } from '../commands.js';
import type { Decision } from '../decision.js';
import type { Facts } from '../facts.js';
import type { Refusal } from '../refusals.js';
import type { CaseStateName } from '../states.js';

export type Doer = CaseRole | 'system';

/** What a screen needs to offer a command: its type and the ids it is about. */
export type Subject = Readonly<Record<string, string | number>>;

/**
 * Everything the rulebook knows about one command. `check` and `in` need no facts (precheck);
 * `blockers` need facts; `apply` may assume that nothing of them said no.
 */
export interface Rule<T extends CommandType> {
  readonly by: readonly Doer[];
  /** An officer may enter it for the supplier; the journal marks it for ever. */
  readonly onBehalf?: true;
  readonly in: readonly CaseStateName[];
  /** The things in the case that the command can be about; one empty subject when it is about the case. */
  readonly subjects?: (state: CaseState, actor: Person) => readonly Subject[];
  readonly check?: (state: CaseState, command: CommandOf<T>, actor: Actor) => Refusal | undefined;
  /** Working papers whose facts the decision relies on: read under lock and sealed by the journal. */
  readonly reliesOn?: (state: CaseState, command: CommandOf<T>, actor: Actor) => readonly string[];
  readonly blockers?: (
    state: CaseState,
    command: CommandOf<T>,
    facts: Facts,
    actor: Actor,
    now: string,
  ) => readonly Refusal[];
  readonly apply: (decision: Decision, command: CommandOf<T>) => void;
}

export type Rules<T extends CommandType> = { readonly [K in T]: Rule<K> };

/** The buyer a command speaks for: the organisation of the person who gives it. */
export const buyerOf = (actor: Actor): string => (actor.kind === 'person' ? actor.organisationId : '');
