import type { OnePageView } from '#client';

/** What one looks at first, each with how it stands; what was not opened is not among it. */
export interface SummaryPoint {
  readonly name:
    | 'suspended'
    | 'valid'
    | 'zero-tolerance'
    | 'criticals'
    | 'findings'
    | 'checks'
    | 'certificates'
    | 'pilots';
  readonly stands: 'good' | 'attention' | 'stop' | 'open';
  readonly count: number;
}

const stands = (count: number, bad: 'attention' | 'stop'): SummaryPoint['stands'] =>
  count > 0 ? bad : 'good';
const gravest = (checks: NonNullable<OnePageView['checks']>): SummaryPoint => {
  const of = (light: string): number => checks.filter((check) => check.light === light).length;
  const [stop, attention, open] = [of('stop'), of('attention'), of('open')];
  if (stop > 0) return { name: 'checks', stands: 'stop', count: stop };
  if (open > 0) return { name: 'checks', stands: 'open', count: open };
  return { name: 'checks', stands: stands(attention, 'attention'), count: attention || checks.length };
};

/** The page in a few points, gravest matters first in their own order: what a buyer would ask before all else. */
export function summaryOf(page: OnePageView): readonly SummaryPoint[] {
  const { findings, checks, certificates, pilots, suspension, validUntil } = page;
  const criticals = findings?.open.filter(({ severity }) => severity === 'critical').length ?? 0;
  const ended = certificates?.items.filter(({ standing }) => standing === 'ended').length ?? 0;
  const lacking = (certificates?.missing.length ?? 0) + ended;
  const accepted = pilots.filter(({ phase }) => phase === 'accepted').length;
  return [
    ...(suspension ? [{ name: 'suspended', stands: 'stop', count: 1 } as const] : []),
    ...(validUntil ? [{ name: 'valid', stands: 'good', count: 1 } as const] : []),
    ...(findings
      ? [
          {
            name: 'zero-tolerance',
            stands: findings.zeroTolerance === 'none' ? 'good' : 'stop',
            count: 0,
          } as const,
          { name: 'criticals', stands: stands(criticals, 'stop'), count: criticals } as const,
          {
            name: 'findings',
            stands: stands(findings.open.length - criticals, 'attention'),
            count: findings.open.length - criticals,
          } as const,
        ]
      : []),
    ...(checks ? [gravest(checks)] : []),
    ...(certificates
      ? [{ name: 'certificates', stands: stands(lacking, 'stop'), count: lacking } as const]
      : []),
    { name: 'pilots', stands: accepted > 0 ? 'good' : 'open', count: accepted },
  ];
}
