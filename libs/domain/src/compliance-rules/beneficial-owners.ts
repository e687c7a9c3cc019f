import { addMonths } from '../calendar.js';
import { finding, resultOf, type Finding } from './findings.js';
import { findCycle } from './ownership-cycle.js';
import { because, type RuleResult } from './result.js';

/** The firm that applies, where an owner's `owns` names it. */
export const APPLICANT = 'applicant';

/** One share: who holds how much of which firm. A firm that holds a share has rows of its own owners. */
export interface OwnerShare {
  /** Identifies the owner within this declaration; a code, not a name. */
  readonly id: string;
  readonly kind: 'person' | 'firm';
  /** Id of the firm this share is of; the applicant when absent. */
  readonly owns?: string;
  /** Per cent, above 0 to 100. */
  readonly sharePercent: number;
  /** Holds the share for somebody else. */
  readonly nominee?: boolean;
  /** What a natural person declares: whether they or their family hold prominent public office. */
  readonly pep?: boolean;
}
/** Another firm of the programme that has something in common with the applicant, such as its telephone. */
export interface SharedContact {
  readonly organisationId: string;
  readonly organisationKind: string;
}

const THRESHOLD_PERCENT = 25;
const TOLERANCE_PERCENT = 0.1;
const ownedFirm = (share: OwnerShare): string => share.owns ?? APPLICANT;
/** Thousandths of a per cent: sums of decimals stay exact. */
const thousandths = (percent: number): number => Math.round(percent * 1000);

function sumFindings(shares: readonly OwnerShare[]): readonly Finding[] {
  const firms = [...new Set([APPLICANT, ...shares.map(ownedFirm)])];
  return firms.flatMap((firm) => {
    const owners = shares.filter((share) => ownedFirm(share) === firm);
    const sum = owners.reduce((total, share) => total + thousandths(share.sharePercent), 0);
    const off = Math.abs(sum - thousandths(100)) > thousandths(TOLERANCE_PERCENT);
    return off ? [finding('FAIL', 'shares-do-not-sum', { firm, sum: sum / 1000 })] : [];
  });
}

/** Firms with 25 % or more of the applicant, or of such a firm in turn, whose owners nobody named. */
function unresolved(shares: readonly OwnerShare[]): readonly Finding[] {
  const found: Finding[] = [];
  const seen = new Set<string>();
  const visit = (firm: string): void => {
    if (seen.has(firm)) return;
    seen.add(firm);
    const owners = shares.filter((share) => ownedFirm(share) === firm);
    if (owners.length === 0) found.push(finding('WARN', 'owners-of-firm-missing', { owner: firm }));
    owners
      .filter((share) => share.kind === 'firm' && share.sharePercent >= THRESHOLD_PERCENT)
      .forEach((share) => visit(share.id));
  };
  visit(APPLICANT);
  return found;
}

/** Prominent public office is no fault, but somebody must know of it; who says nothing has not declared. */
const pepFindings = ({ id: owner, kind, pep, sharePercent }: OwnerShare): readonly Finding[] => {
  if (kind !== 'person') return [];
  if (pep) return [finding('WARN', 'pep-declared', { owner })];
  return pep === undefined && sharePercent >= THRESHOLD_PERCENT
    ? [finding('WARN', 'pep-not-declared', { owner })]
    : [];
};

function shareFindings(shares: readonly OwnerShare[]): readonly Finding[] {
  const firms = new Set([
    APPLICANT,
    ...shares.filter((share) => share.kind === 'firm').map((share) => share.id),
  ]);
  return shares.flatMap((share) => {
    const { id: owner, sharePercent } = share;
    const outOfRange = !(sharePercent > 0 && sharePercent <= 100);
    return [
      ...(outOfRange ? [finding('FAIL', 'share-out-of-range', { owner })] : []),
      ...(share.nominee ? [finding('WARN', 'nominee', { owner })] : []),
      ...pepFindings(share),
      ...(firms.has(ownedFirm(share))
        ? []
        : [finding('WARN', 'owned-firm-unknown', { owner, firm: ownedFirm(share) })]),
    ];
  });
}

/**
 * Beneficial owners (FATF Recommendation 24, AML/CFT law 2020): the shares of each named firm sum to 100 % within 0.1,
 * nobody owns himself through others, and every owner of 25 % or more resolves to natural persons. A missing link or a
 * nominee is a warning for an officer, and so are prominent public office, an owner who did not say whether they hold it,
 * and a telephone that an audit firm or a buyer has too. The declaration is good for twelve months.
 * @param input.at case time, an instant
 */
export function checkBeneficialOwners(input: {
  readonly owners: readonly OwnerShare[];
  /** Audit firms and buyers with a contact in common. */
  readonly shared?: readonly SharedContact[];
  readonly at: string;
}): RuleResult {
  const { owners, shared = [] } = input;
  if (owners.length === 0) return { verdict: 'FAIL', explanation: [because('owners-missing')] };
  const cycle = findCycle(owners.map((share) => ({ from: ownedFirm(share), to: share.id })));
  const findings = [
    ...(cycle ? [finding('FAIL', 'ownership-cycle', { cycle: cycle.join(' > ') })] : []),
    ...shareFindings(owners),
    ...sumFindings(owners),
    ...unresolved(owners),
    ...shared.map(({ organisationId, organisationKind }) =>
      finding('WARN', 'contact-shared', { organisationId, organisationKind }),
    ),
  ];
  return resultOf(findings, addMonths(input.at, 12));
}
