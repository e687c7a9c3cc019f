import type { Actor, CaseRole, Person } from './actors.js';
import type { CaseState } from './case-state.js';
import type { Command, CommandType } from './commands.js';
import type { Facts } from './facts.js';
import { refuse, type Refusal, type RefusalCode } from './refusals.js';
import { COMMAND_TYPES, RULEBOOK, ruleOf } from './rules/rulebook.js';
import type { Doer, Subject } from './rules/rule.js';

/** Whether this person, in this role, has anything to do with this case. */
function relates(role: CaseRole, state: CaseState, person: Person): Refusal | undefined {
  switch (role) {
    case 'supplier':
      return person.organisationId === state.supplierId ? undefined : refuse('not-your-case');
    case 'auditor':
      return person.personId === state.audit.auditor?.personId ? undefined : refuse('not-assigned');
    case 'officer':
    case 'reviewer':
      return person.organisationKind === 'programme-office' ? undefined : refuse('role-not-allowed');
    default:
      return isParty(state, person.organisationId) ? undefined : refuse('not-your-case');
  }
}

/** A buyer is party to a case by the supplier's consent, or by what it ordered or decided there. */
export const isParty = (state: CaseState, buyerId: string): boolean =>
  state.consents.includes(buyerId) ||
  buyerId in state.approvals ||
  Object.values(state.pilots).some((p) => p.buyerId === buyerId);

/** Why the actor may not give the command in any of its roles; undefined when one of them may. */
export function standing(state: CaseState, type: CommandType, actor: Actor): Refusal | undefined {
  const rule = RULEBOOK[type];
  const by: readonly Doer[] = rule.by;
  if (actor.kind === 'system') return by.includes('system') ? undefined : refuse('role-not-allowed');
  const roles = actor.roles.filter((role) => role !== 'administrator').filter((role) => by.includes(role));
  const reasons = roles.map((role) => relates(role, state, actor));
  if (reasons.some((reason) => reason === undefined)) return undefined;
  if (enteredOnBehalf(state, type, actor)) return undefined;
  return reasons[0] ?? refuse('role-not-allowed');
}

/** Whether an officer enters this command for the supplier (domain 2.1: marked for ever). */
export function enteredOnBehalf(state: CaseState, type: CommandType, actor: Actor): boolean {
  if (actor.kind === 'system' || !('onBehalf' in RULEBOOK[type])) return false;
  const itself = actor.organisationId === state.supplierId;
  return !itself && actor.organisationKind === 'programme-office' && actor.roles.includes('officer');
}

/**
 * Ask the rules what can be said without facts: who, where the case stands, what the command is about.
 * @returns why not, or undefined when only facts can still say no
 */
export function precheck(state: CaseState, command: Command, actor: Actor): Refusal | undefined {
  const who = standing(state, command.type, actor);
  if (who) return who;
  if (command.type === 'open') return state.seq === 0 ? undefined : refuse('stage-does-not-allow');
  const rule = ruleOf(command);
  if (state.over || !rule.in.includes(state.at)) return refuse('stage-does-not-allow');
  return rule.check?.(state, command, actor);
}

/** All that speaks against a command with these facts: who and where before what it is about. */
export function refusalsOf(
  state: CaseState,
  command: Command,
  facts: Facts,
  actor: Actor,
  now: string,
): readonly Refusal[] {
  const early = precheck(state, command, actor);
  return early ? [early] : (ruleOf(command).blockers?.(state, command, facts, actor, now) ?? []);
}
/** Why a command would be refused with these facts; nothing when it would not. */
export const refusalOf = (...asked: Parameters<typeof refusalsOf>): Refusal | undefined =>
  refusalsOf(...asked)[0];

export interface AllowedCommand {
  readonly type: CommandType;
  /** The ids the command is about, where it is about one of several things. */
  readonly subject: Subject;
  /** Why facts would still refuse it; empty when it would pass, or when no facts were given. */
  readonly blockedBy: readonly RefusalCode[];
  /** What is missing or in the way: the items of those refusals. */
  readonly missing: readonly string[];
}

/** Commands that need more than ids; their own values are judged when they are given. */
const VALUED: readonly CommandType[] = [
  'assign-auditor',
  'reassign-auditor',
  'propose-visit',
  'reschedule-visit',
  'accept-visit',
  'delegate-task',
  'extend-deadline',
  'grant-consent',
  'propose-rejection',
  'assign-surveillance',
  'conclude-change',
  'appoint-panel',
  'verify-corrective-action',
  'submit-sample',
  'book-inspection',
  'confirm-receipt',
  'propose-corrections',
  'migrate-scheme',
];

/**
 * What this person may do with the case now, for screens and machines alike.
 * @param facts when given, `blockedBy` says what they would still refuse
 */
export function allowedCommands(
  state: CaseState,
  actor: Person,
  facts?: Facts,
  now = state.caseTime,
): readonly AllowedCommand[] {
  return COMMAND_TYPES.filter((type) => !(RULEBOOK[type].by as readonly Doer[]).includes('system')).flatMap(
    (type) => {
      const subjects = RULEBOOK[type].subjects?.(state, actor) ?? [{}];
      return subjects.flatMap((subject) => {
        const command = { type, ...subject } as unknown as Command;
        if (precheck(state, command, actor)) return [];
        const blockers =
          facts && !VALUED.includes(type)
            ? (ruleOf(command).blockers?.(state, command, facts, actor, now) ?? [])
            : [];
        const missing = blockers.flatMap(({ items = [] }) => items);
        return [{ type, subject, blockedBy: blockers.map((b) => b.code), missing }];
      });
    },
  );
}

export const papersReliedOn = (state: CaseState, command: Command, actor: Actor): readonly string[] =>
  ruleOf(command).reliesOn?.(state, command, actor) ?? [];
