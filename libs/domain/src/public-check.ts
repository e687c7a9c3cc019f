import type { CaseState, Grade } from './case-state.js';
import type { Certificate } from './certificates.js';
import type { InputCategory } from './reference/input-categories.js';
import { localDate } from './calendar.js';
import { isClear } from './rules/checks.js';
import { validUntil } from './rules/qualified.js';
import { CLOSED_STATES, QUALIFIED_STATES } from './states.js';
import { asTold } from './withheld.js';

/** What a supplier can let everybody see of a qualification, beside whether it counts now. */
export const PUBLIC_SECTIONS = ['name', 'category', 'province', 'grade', 'validity', 'certificates'] as const;
export type PublicSection = (typeof PUBLIC_SECTIONS)[number];

/** Whether a qualification counts, as everybody may know it who checks its number. */
export type PublicStanding = 'valid' | 'conditional' | 'suspended' | 'ended';
export interface PublicStatus {
  readonly standing: PublicStanding;
  /** Since when it stands so. */
  readonly since: string;
}

/** Where the case stands; an appeal lies over the decision that it is against, which has its effect. */
const placeOf = ({ at, enteredAt, appeal }: CaseState): Pick<CaseState, 'at' | 'enteredAt'> =>
  at === 'APPEAL' && appeal ? { at: appeal.origin, enteredAt: appeal.decisionAt } : { at, enteredAt };

/**
 * Whether the qualification of a case counts at an instant of case time. Nothing when the case was never qualified: there
 * is nothing to check then.
 */
export function publicStatus(told: CaseState, now: string): PublicStatus | undefined {
  const { validity, suspension } = told;
  if (!validity) return undefined;
  const { at, enteredAt } = placeOf(told);
  if (CLOSED_STATES.includes(at)) return { standing: 'ended', since: enteredAt };
  const until = validUntil(told) ?? validity.until;
  // Also when no clock has noticed yet.
  if (until <= now) return { standing: 'ended', since: until };
  if (suspension) return { standing: 'suspended', since: suspension.since };
  // A suspension that a panel overturned: the case is judged again.
  if (!QUALIFIED_STATES.includes(at)) return { standing: 'suspended', since: enteredAt };
  if (at === 'QUALIFIED_CONDITIONAL')
    return { standing: 'conditional', since: told.condition?.since ?? enteredAt };
  return { standing: 'valid', since: validity.from };
}

/** What stands beside the case, for the sections that are made of it. */
export interface PublicFacts {
  readonly name: string;
  readonly province: string;
  readonly certificates: readonly Certificate[];
}
/** What somebody hears who checks a qualification: by whitelist, and of each section only when the supplier opened it. */
export interface PublicCheck extends PublicStatus {
  readonly name?: string;
  readonly category?: InputCategory;
  readonly province?: string;
  readonly grade?: Grade;
  readonly validUntil?: string;
  /** Codes of certification schemes. */
  readonly certificates?: readonly string[];
}

/** Kinds of certificates for this category that have not run out, as far as the programme's own check was content. */
function kindsOf(
  { checks, category }: CaseState,
  { certificates }: PublicFacts,
  now: string,
): readonly string[] {
  const verdict = checks.certificates?.verdict;
  if (!verdict || !isClear(verdict)) return [];
  const today = localDate(now);
  const current = certificates.filter(
    ({ scope, validFrom, validTo }) => scope.includes(category) && validFrom <= today && today <= validTo,
  );
  return [...new Set(current.map(({ scheme }) => scheme))].sort();
}

/**
 * What everybody is told of a case whose supplier opened these sections: as of the same case without what is withheld.
 * A grade, an end and certificates are told of what counts only.
 * @param now an instant of case time
 * @returns nothing for a case that was never qualified
 */
export function publicCheck(
  state: CaseState,
  sections: readonly PublicSection[],
  facts: PublicFacts,
  now: string,
): PublicCheck | undefined {
  const told = asTold(state, []);
  const status = publicStatus(told, now);
  if (!status) return undefined;
  const counts = status.standing === 'valid' || status.standing === 'conditional';
  const opened = (section: PublicSection): boolean => sections.includes(section);
  const until = validUntil(told);
  return {
    ...status,
    ...(opened('name') && { name: facts.name }),
    ...(opened('category') && { category: told.category }),
    ...(opened('province') && { province: facts.province }),
    ...(counts && opened('grade') && told.validity && { grade: told.validity.grade }),
    ...(counts && opened('validity') && until && { validUntil: until }),
    ...(counts && opened('certificates') && { certificates: kindsOf(told, facts, now) }),
  };
}
