import type { EscalationRole, SchemeContent } from '../scheme.js';
import { AQL_DEFAULTS, type AqlDefault } from './aql-defaults.js';
import type { InputCategory } from './input-categories.js';

/** Published versions never change: what schemes have learned to say since, the old ones leave to this file. */
const ESCALATION_CHAIN: readonly EscalationRole[] = [
  'holders-administrator',
  'programme-office',
  'head-of-programme',
];

/** Inspection level and limits for lots of a category. */
export const aqlOf = (
  { samplingPlan }: Pick<SchemeContent, 'samplingPlan'>,
  category: InputCategory,
): AqlDefault => samplingPlan?.[category] ?? AQL_DEFAULTS[category];

/** Who is told at the n-th escalation of one deadline, counted from 0. */
export function escalatesTo({ escalationChain }: SchemeContent, n: number): EscalationRole {
  const chain = escalationChain?.length ? escalationChain : ESCALATION_CHAIN;
  return chain[Math.min(n, chain.length - 1)] ?? 'programme-office';
}
