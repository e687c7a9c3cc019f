import { HOME, type CostMaterial, type CostSheet } from './cost-sheet.js';
import { judgeRule, originatingOf, type Cumulation } from './judge-rule.js';
import type { OriginRule } from './origin-rule.js';

/**
 * Which materials would have to be made in Cambodia for the good to fulfil a rule: as few as will do, dear ones rather
 * than many cheap ones. Undefined when no material alone changes the answer; empty when none has to.
 */
export function materialsToLocalise(
  rule: OriginRule,
  sheet: CostSheet,
  cumulation?: Cumulation,
): readonly string[] | undefined {
  const all = sheet.materials ?? [];
  const fulfils = (local: ReadonlySet<CostMaterial>): boolean => {
    const materials = all.map((one) => (local.has(one) ? { ...one, country: HOME, originating: true } : one));
    return judgeRule(rule, { ...sheet, materials }, cumulation).origin === 'yes';
  };
  const foreign = all.filter((one) => originatingOf(one, cumulation) !== 'yes');
  const local = new Set(foreign);
  if (!fulfils(local)) return undefined;
  const cheapFirst = [...foreign].sort((a, b) => (a.valueUsd ?? 0) - (b.valueUsd ?? 0));
  for (const one of cheapFirst) {
    local.delete(one);
    if (!fulfils(local)) local.add(one);
  }
  return all.filter((one) => local.has(one)).map(({ material }) => material);
}
