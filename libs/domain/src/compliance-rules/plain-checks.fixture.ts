import type { RuleResult } from './result.js';

/** Noon in Phnom Penh on 15 June 2026. */
export const AT = '2026-06-15T05:00:00.000Z';
/** The verdict with the codes of what was found, in one line. */
export const told = ({ verdict, explanation }: RuleResult): readonly string[] => [
  verdict,
  ...explanation.map(({ code }) => code),
];
