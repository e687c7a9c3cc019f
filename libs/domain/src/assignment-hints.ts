import type { Hand } from './actors.js';
import type { CaseState } from './case-state.js';
import type { Facts, TieKind } from './facts.js';
import type { InputCategory } from './reference/input-categories.js';
import type { RefusalCode } from './refusals.js';
import { assignmentRefusals, ROTATION_LIMIT } from './rules/assignment.rules.js';

/** What an auditor was found able to do: by the firm, or by the office. */
export interface AuditorSkills {
  /** ISO 639-1. */
  readonly languages: readonly string[];
  readonly categories: readonly InputCategory[];
  /** ISO 3166-2 codes of the provinces they go to. */
  readonly provinces: readonly string[];
}

/** What the office should know before it assigns an audit, and may assign it all the same. */
export const ASSIGNMENT_WARNINGS = [
  /** Once more, and the auditor, or the firm, has audited this site as often in a row as may be. */
  'last-turn',
  /** They had this audit and gave it back. */
  'left-before',
  /** Their firm never declared its interests. */
  'undeclared',
  'skills-unknown',
  'category-not-covered',
  'province-not-covered',
  'no-khmer',
] as const;
export type AssignmentWarning = (typeof ASSIGNMENT_WARNINGS)[number];

/** Something that speaks against giving an audit to somebody; `blocks`: the rules refuse it. */
export interface AssignmentHint {
  readonly code: RefusalCode | AssignmentWarning;
  /** The kind of a tie; person or firm whose turn it is not. */
  readonly subject: TieKind | string;
  readonly blocks: boolean;
}

/** Somebody who might be given the audit of a case, with what is known of them. */
export interface AuditorCandidate {
  readonly hand: Hand;
  readonly facts: Pick<Facts, 'person' | 'assignment'>;
  readonly declared: boolean;
  readonly skills?: AuditorSkills;
}

const warning = (code: AssignmentWarning, subject = ''): AssignmentHint => ({ code, subject, blocks: false });

/** How many of the latest cycles in a row were this one's. */
const inARow = (earlier: readonly Hand[], is: (hand: Hand) => boolean): number => {
  const first = earlier.findIndex((hand) => !is(hand));
  return first < 0 ? earlier.length : first;
};
function turns({ personId, organisationId }: Hand, earlier: readonly Hand[]): readonly AssignmentHint[] {
  const last = ROTATION_LIMIT - 1;
  const person = inARow(earlier, (hand) => hand.personId === personId) === last;
  const firm = inARow(earlier, (hand) => hand.organisationId === organisationId) === last;
  return [
    ...(person ? [warning('last-turn', personId)] : []),
    ...(firm && !person ? [warning('last-turn', organisationId)] : []),
  ];
}

function skillHints(
  skills: AuditorSkills | undefined,
  { category }: CaseState,
  province: string,
): readonly AssignmentHint[] {
  if (!skills) return [warning('skills-unknown')];
  return [
    ...(skills.categories.includes(category) ? [] : [warning('category-not-covered', category)]),
    ...(skills.provinces.includes(province) ? [] : [warning('province-not-covered', province)]),
    ...(skills.languages.includes('km') ? [] : [warning('no-khmer')]),
  ];
}

/**
 * What speaks against giving the audit of a case to somebody: first what the rules refuse, then what should be known.
 * @param province of the site
 */
export function assignmentHints(
  state: CaseState,
  { hand, facts, declared, skills }: AuditorCandidate,
  province: string,
): readonly AssignmentHint[] {
  const refused = assignmentRefusals(state, hand, facts).flatMap(({ code, items = [] }) =>
    items.map((subject): AssignmentHint => ({ code, subject, blocks: true })),
  );
  const left = state.audit.former.some(({ personId }) => personId === hand.personId);
  const { audit } = state;
  return [
    ...refused,
    ...turns(hand, facts.assignment?.earlier ?? []),
    ...(left && audit.auditor?.personId !== hand.personId ? [warning('left-before', hand.personId)] : []),
    ...(declared ? [] : [warning('undeclared', hand.organisationId)]),
    ...skillHints(skills, state, province),
  ];
}
