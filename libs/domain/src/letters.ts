import type { CaseState } from './case-state.js';
import type { CommandType } from './commands.js';
import type { JournalEntry } from './decide.js';
import type { CaseEvent } from './decision.js';
import type { EventType } from './events.js';
import { basisOf } from './letter-basis.js';
import { nextSteps } from './letter-steps.js';
import { reasonOf } from './letter-reasons.js';
import { RULEBOOK } from './rules/rulebook.js';
import type { Doer } from './rules/rule.js';
import type { SchemeContent } from './scheme.js';
import { sealOf, type Seal } from './withheld.js';

/** Decisions that the supplier gets a letter about. */
export const LETTER_EVENTS = [
  'assessment-passed',
  'corrective-actions-required',
  'qualification-rejected',
  'qualification-granted',
  'qualification-downgraded',
  'conditions-met',
  'qualification-suspended',
  'suspension-confirmed',
  'suspension-dismissed',
  'qualification-reinstated',
  'qualification-revoked',
  'qualification-renewed',
  'qualification-lapsed',
  'qualification-withdrawn',
  'appeal-decided',
  'approval-declined',
] as const satisfies readonly EventType[];
export type LetterEvent = (typeof LETTER_EVENTS)[number];

/** One sentence of a letter: a code that has words in every language, and what goes into them. */
export interface LetterLine {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | boolean>>;
}
/** A letter without words: what one journal entry decided, why, on what it rests, and what can be done next. */
export interface Letter {
  readonly seq: number;
  /** Case time. */
  readonly decidedAt: string;
  readonly decisions: readonly LetterLine[];
  readonly reasons: readonly LetterLine[];
  readonly restsOn: readonly LetterLine[];
  readonly next: readonly LetterLine[];
  /** Who signed, by role: who they are stays between them and the programme. */
  readonly signedBy: readonly Doer[];
  /** A second person agreed with the first. */
  readonly fourEyes: boolean;
}

/** What a letter is made of beside its entry. */
export interface LetterBasis {
  /** As it is told to the supplier. */
  readonly told: CaseState;
  readonly scheme: SchemeContent;
  /** Working papers that the decision relied on. */
  readonly papers: readonly string[];
}

/** Commands by which a second person agrees with a first one. */
const SECOND_HANDS: readonly CommandType[] = [
  'confirm-rejection',
  'confirm-check-failure',
  'confirm-zero-tolerance',
  'confirm-suspension',
  'confirm-reinstatement',
  'confirm-revocation',
  'approve',
  'vote-appeal',
];

const isLetterEvent = ({ type }: CaseEvent): boolean => LETTER_EVENTS.some((one) => one === type);

/** Which buyer it was stands in the case, which the supplier reads; a letter names parties by role. */
const scalars = ({ params }: CaseEvent): LetterLine['params'] =>
  Object.fromEntries(
    Object.entries(params).filter(
      (one): one is [string, string | number | boolean] => !Array.isArray(one[1]) && one[0] !== 'buyerId',
    ),
  );

const signers = ({ actor, command }: JournalEntry): readonly Doer[] =>
  actor === 'system' ? ['system'] : RULEBOOK[command].by.filter((doer) => doer !== 'system');

/**
 * The letter about one journal entry; undefined when it decided nothing that the supplier gets a letter about. Pure, and
 * made of codes, numbers and dates only.
 * @param seals what is closed to the supplier in the whole state of the case (`closedSeals`): no letter tells of it
 */
export function letterOf(
  entry: JournalEntry,
  basis: LetterBasis,
  seals: readonly Seal[],
): Letter | undefined {
  const { told } = basis;
  const events = entry.events.filter(isLetterEvent);
  if (events.length === 0 || entry.seq > told.seq) return undefined;
  if (seals.includes(sealOf(entry, told.supplierId))) return undefined;
  return {
    seq: entry.seq,
    decidedAt: entry.occurredAt,
    decisions: events.map((event) => ({ code: event.type, params: scalars(event) })),
    reasons: events.flatMap((event) => reasonOf(event, entry)),
    restsOn: basisOf(entry, events, basis),
    next: nextSteps(entry, events, basis),
    signedBy: signers(entry),
    fourEyes: SECOND_HANDS.includes(entry.command),
  };
}
