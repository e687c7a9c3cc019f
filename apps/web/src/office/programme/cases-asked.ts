import type { FigureDefinitionView } from '#client';
import type { Dimension } from './cohort.js';

/** Which number of a figure cases are listed of. */
export interface NumberAsked {
  readonly key: string;
  readonly measure: string;
  readonly by?: Dimension;
  readonly group?: string;
}
/** The router reads `true` and `2026` as what they look like. */
const textOf = (value: unknown): string | undefined =>
  ['string', 'number', 'boolean'].includes(typeof value) && value !== '' ? String(value) : undefined;

/** What the address asks for; nothing when this figure has no such number, or none that cases stand behind. */
export function numberAsked(
  search: Readonly<Record<string, unknown>>,
  of: FigureDefinitionView | undefined,
): NumberAsked | undefined {
  const [key, measure, group] = [search['key'], search['measure'], search['group']].map(textOf);
  const by = of?.dimensions.find((one) => one === search['by']);
  const isListed = of?.measures.some(({ id, listed }) => listed && id === measure) ?? false;
  if (!key || !measure || !isListed) return undefined;
  return { key, measure, ...(by && group && { by, group }) };
}
