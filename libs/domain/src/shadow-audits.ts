import { sameSide, type Hand, type OrganisationKind, type Role } from './actors.js';
import { localDate } from './calendar.js';
import type { CaseState } from './case-state.js';
import { refuse, type Refusal } from './refusals.js';

/** Whether whoever looked again saw what the auditor had written. */
export const SHADOW_VERDICTS = ['agrees', 'differs'] as const;
export type ShadowVerdict = (typeof SHADOW_VERDICTS)[number];

/** Whom an organisation has to do with a role, as far as this rule asks. */
interface Employment {
  readonly organisationId: string;
  readonly organisationKind: OrganisationKind;
  readonly roles: readonly Role[];
}

const mayLook = ({ organisationKind, roles }: Employment): boolean =>
  (organisationKind === 'audit-firm' && roles.includes('auditor')) ||
  (organisationKind === 'programme-office' && roles.includes('officer'));

/**
 * Who looks at an audit once more is an auditor or an officer, not of a firm that audited here, and nobody who judged the
 * audit (domain 2.3): else somebody would look at their own work. The office is one organisation, so of reviewers the
 * person counts.
 * @param looked who looked, and in whose name
 * @param employments of that person, running ones
 */
export function mayShadow(
  { audit, reviewers }: Pick<CaseState, 'audit' | 'reviewers'>,
  looked: Hand,
  employments: readonly Employment[],
): Refusal | undefined {
  const here = employments.filter(({ organisationId }) => organisationId === looked.organisationId);
  if (!here.some(mayLook)) return refuse('person-not-eligible', [looked.personId]);
  const audited = [...(audit.auditor ? [audit.auditor] : []), ...audit.former, ...audit.excluded];
  const partial =
    audited.some((hand) => sameSide(hand, looked)) ||
    reviewers.some(({ personId }) => personId === looked.personId);
  return partial ? refuse('segregation-of-duties', [looked.personId]) : undefined;
}

/** A visit that was is not one to come. @param now an instant, of the case or of the day, whichever is later */
export const visitedBy = (visitedOn: string, now: string): boolean => visitedOn <= localDate(now);
