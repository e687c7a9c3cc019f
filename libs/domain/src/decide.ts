import { handOf, type Actor, type Hand } from './actors.js';
import { ballHolders } from './ball-holders.js';
import type { CaseState } from './case-state.js';
import type { Command, CommandOf } from './commands.js';
import { Decision, type CaseEvent, type Move } from './decision.js';
import type { Facts } from './facts.js';
import { withOverlayResults } from './overlay.js';
import { enteredOnBehalf, refusalOf } from './precheck.js';
import type { Refusal } from './refusals.js';
import { ruleOf } from './rules/rulebook.js';

/** What the journal keeps of a decision: ids, codes, numbers and dates. */
export interface JournalEntry {
  readonly seq: number;
  readonly command: Command['type'];
  readonly params: Readonly<Record<string, unknown>>;
  readonly actor: Hand | 'system';
  readonly onBehalf: boolean;
  readonly moves: readonly Move[];
  readonly events: readonly CaseEvent[];
  readonly at: CaseState['at'];
  readonly occurredAt: string;
}

export interface Decided {
  readonly next: CaseState;
  /** Absent when the clock was read and nothing was due. */
  readonly entry?: JournalEntry;
}
export type Outcome = { readonly refused: Refusal } | { readonly decided: Decided };

const AUDIT_NOT_STARTED: CaseState['audit'] = {
  phase: 'waiting',
  excluded: [],
  former: [],
  proposedDates: [],
  visitRefusals: 0,
  accessDenied: 0,
  returns: 0,
  reopenedItems: [],
  findings: [],
  zeroTolerance: {},
};

/** The state of a case before its first decision. */
export function blankState(qualificationId: string, open: CommandOf<'open'>, now: string): CaseState {
  const { supplierId, siteId, category, schemeVersionId, profile, endMarkets, previousId } = open;
  return {
    qualificationId,
    supplierId,
    siteId,
    category,
    schemeVersionId,
    profile,
    endMarkets,
    ...(previousId && { previousId }),
    seq: 0,
    caseTime: now,
    at: 'DRAFT',
    enteredAt: now,
    informationLoops: 0,
    informationItems: [],
    deadlines: [],
    consents: [],
    audit: AUDIT_NOT_STARTED,
    checks: {},
    reviewers: [],
    correctiveActions: {},
    pilots: {},
    approvals: {},
    parked: false,
    claims: {},
    matters: [],
    over: false,
  };
}

/** A claim ends with the duty it was on. */
function dropStaleClaims(state: CaseState): CaseState {
  const tasks = new Set(ballHolders(state).map((holder) => holder.task));
  const kept = Object.entries(state.claims).filter(([task]) => tasks.has(task));
  return kept.length === Object.keys(state.claims).length
    ? state
    : { ...state, claims: Object.fromEntries(kept) };
}

const plain = (state: CaseState): CaseState => JSON.parse(JSON.stringify(state)) as CaseState;

/**
 * Decide one command with all facts at hand. Pure: the same state, command, facts and instant give the same outcome.
 * @param now case time, ISO 8601 with milliseconds and Z
 * @returns a refusal from the closed list, or the next state with the journal entry and events that go with it
 */
export function decide(state: CaseState, command: Command, facts: Facts, actor: Actor, now: string): Outcome {
  const rule = ruleOf(command);
  const refused = refusalOf(state, command, facts, actor, now);
  if (refused) return { refused };
  const decision = new Decision(state, actor, now, facts);
  rule.apply(decision, command);
  const stepped = decision.events.length > 0 || decision.moves.length > 0;
  const seq = stepped ? state.seq + 1 : state.seq;
  const next = plain(
    dropStaleClaims({
      ...withOverlayResults(decision.state, facts, now),
      seq,
      caseTime: now > state.caseTime ? now : state.caseTime,
    }),
  );
  if (!stepped) return { decided: { next } };
  const { type, ...params } = command;
  const entry: JournalEntry = {
    seq,
    command: type,
    params,
    actor: actor.kind === 'person' ? handOf(actor) : 'system',
    onBehalf: enteredOnBehalf(state, type, actor),
    moves: decision.moves,
    events: decision.events,
    at: next.at,
    occurredAt: now,
  };
  return { decided: { next, entry } };
}
