import { localDate } from '../calendar.js';
import { originReport, type OriginReport } from '../origin/origin-report.js';
import type { CostSheet } from '../origin/cost-sheet.js';
import { because, gravest, type Explanation, type RuleResult, type RuleVerdict } from './result.js';

export interface OriginInput {
  readonly sheets?: readonly CostSheet[] | undefined;
  /** Case time, an instant. */
  readonly at: string;
}
type Found = readonly [RuleVerdict, Explanation];

function judgeClaim(report: OriginReport, programme: string): Found {
  const params = { product: report.product, programme };
  const found = report.programmes.find((one) => one.programme === programme);
  if (!found) return ['WARN', because('programme-unknown', params)];
  const { origin, withdrawn, missing } = found;
  if (origin === 'no') return ['POTENTIAL', because('claim-does-not-hold', params)];
  if (origin === 'unknown') {
    return ['WARN', because('claim-cannot-be-judged', { ...params, missing: missing.join(' ') })];
  }
  if (withdrawn === 'all') return ['WARN', because('preference-withdrawn', params)];
  return ['PASS', because(withdrawn === 'some-lines' ? 'claim-holds-line-to-check' : 'claim-holds', params)];
}

/**
 * Whether the origin that a firm claims for its goods holds by its own cost sheets (check 9, domain 4.4). A claim that
 * does not hold is for an officer to judge; one that cannot be judged warns, and never passes. Runs again when a cost
 * sheet changes.
 */
export function checkOrigin({ sheets, at }: OriginInput): RuleResult {
  if (!sheets || sheets.length === 0)
    return { verdict: 'WARN', explanation: [because('cost-sheet-missing')] };
  const found = sheets.flatMap((sheet): readonly Found[] => {
    const report = originReport(sheet, localDate(at));
    const claims = (sheet.claims ?? []).map((programme) => judgeClaim(report, programme));
    const { product } = sheet;
    return report.costsDiffer
      ? [...claims, ['WARN', because('costs-differ-from-price', { product })]]
      : claims;
  });
  if (found.length === 0) return { verdict: 'PASS', explanation: [because('no-origin-claimed')] };
  return {
    verdict: gravest(found.map(([verdict]) => verdict)),
    explanation: found.map(([, explanation]) => explanation),
  };
}
