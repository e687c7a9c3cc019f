import { addMonths } from '../calendar.js';
import { findCycle } from './ownership-cycle.js';
import { because, gravest, type Explanation, type RuleResult, type RuleVerdict } from './result.js';

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
}

interface Finding {
  readonly verdict: RuleVerdict;
  readonly explanation: Explanation;
}
const finding = (verdict: RuleVerdict, code: string, params: Explanation['params'] = {}): Finding => ({
  verdict,
  explanation: because(code, params),
});

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
      ...(firms.has(ownedFirm(share))
        ? []
        : [finding('WARN', 'owned-firm-unknown', { owner, firm: ownedFirm(share) })]),
    ];
  });
}

/**
 * Beneficial owners (FATF Recommendation 24, AML/CFT law 2020): the shares of each named firm sum to 100 % within 0.1,
 * nobody owns himself through others, and every owner of 25 % or more resolves to natural persons. A missing link or a
 * nominee is a warning for an officer. The declaration is good for twelve months.
 * @param input.at case time, an instant
 */
export function checkBeneficialOwners(input: {
  readonly owners: readonly OwnerShare[];
  readonly at: string;
}): RuleResult {
  const { owners } = input;
  if (owners.length === 0) return { verdict: 'FAIL', explanation: [because('owners-missing')] };
  const cycle = findCycle(owners.map((share) => ({ from: ownedFirm(share), to: share.id })));
  const findings = [
    ...(cycle ? [finding('FAIL', 'ownership-cycle', { cycle: cycle.join(' > ') })] : []),
    ...shareFindings(owners),
    ...sumFindings(owners),
    ...unresolved(owners),
  ];
  const verdict = gravest(findings.map((f) => f.verdict));
  const explanation = findings.map((f) => f.explanation);
  return verdict === 'FAIL'
    ? { verdict, explanation }
    : { verdict, explanation, expiresAt: addMonths(input.at, 12) };
}
