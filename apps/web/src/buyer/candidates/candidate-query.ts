import type { ListBuyerCandidatesData } from '#client';
import type { Chosen } from '../../ui/filters.js';

type Asked = NonNullable<ListBuyerCandidatesData['query']>;
const GRADES = ['A', 'B', 'C', 'D', 'E'] as const;
/** Candidates that are looked at side by side. */
export const MOST_COMPARED = 4;

/** This grade and all better ones. */
export const atLeast = (grade: string): (typeof GRADES)[number][] =>
  GRADES.slice(0, GRADES.findIndex((one) => one === grade) + 1);

/** What the list is asked for, from what the address says. Free capacity is counted in a unit, or not at all. */
export function candidateQuery(chosen: Chosen): Asked {
  const { category, hs, province, grade, stage, free, unit, women, certificate, watched } = chosen;
  return {
    ...(category && { category: category as Asked['category'] }),
    ...(hs && { hs }),
    ...(province && { province: province as Asked['province'] }),
    ...(grade && { grade: atLeast(grade) }),
    ...(stage && { stage: stage as Asked['stage'] }),
    ...(free && unit && { freeCapacity: Number(free), unit: unit as Asked['unit'] }),
    ...(women && { womenOwned: 'true' as const }),
    ...(certificate && { certificate }),
    ...(watched && { watched: 'true' as const }),
  };
}

/** Ids of the candidates that were chosen to compare, as the address keeps them: joined by points. */
export const comparedIn = (text: string | undefined): readonly string[] =>
  [...new Set((text ?? '').split('.'))].filter((id) => /^[0-9a-f-]{36}$/.test(id)).slice(0, MOST_COMPARED);

/** The address with one candidate more or less; unchanged when four are chosen already. */
export function withCompared(chosen: readonly string[], id: string): string | undefined {
  const next = chosen.includes(id)
    ? chosen.filter((one) => one !== id)
    : [...chosen, id].slice(0, MOST_COMPARED);
  return next.length > 0 ? next.join('.') : undefined;
}
