import { isGrave, type ChecklistSection, type GradeRule, type ScoringRules } from './checklist.js';
import type { Remedy } from './reference/remedies.js';
import type { JudgedItem } from './scoring-items.js';

/** Something that can be put right: an item that is not conform, or the site that was closed to auditors. */
export interface Candidate {
  readonly id: string;
  readonly remedy: Remedy;
  /** Absent for the site. */
  readonly judged?: JudgedItem;
}

/** Something that a grade asks for: how much of it is missing, and how much of that a candidate brings. */
export interface Need {
  readonly missing: number;
  readonly gain: (candidate: Candidate) => number;
}

const ofItem =
  (gain: (judged: JudgedItem) => number): Need['gain'] =>
  ({ judged }) =>
    judged ? gain(judged) : 0;

/** Points of the total, and of each section below a floor that the grade keeps to. */
export function pointNeeds(
  judged: readonly JudgedItem[],
  sections: readonly ChecklistSection[],
  row: GradeRule,
  floors: ScoringRules['sectionFloors'],
): readonly Need[] {
  const inPlay = sections.flatMap((section) => {
    const own = judged.filter((j) => j.item.section === section.code && j.value !== 'not-applicable');
    const weight = own.reduce((sum, j) => sum + j.item.weight, 0);
    const won = own.reduce((sum, j) => sum + j.item.weight * j.points, 0);
    return weight > 0 ? [{ section, weight, score: (100 * won) / weight }] : [];
  });
  const weights = inPlay.reduce((sum, { section }) => sum + section.weight, 0);
  const total = inPlay.reduce((sum, { section, score }) => sum + (section.weight * score) / weights, 0);
  const inSection = ({ item, points }: JudgedItem, code: string): number => {
    const own = inPlay.find(({ section }) => section.code === code);
    return own && item.section === code ? (100 * (1 - points) * item.weight) / own.weight : 0;
  };
  const inTotal = (one: JudgedItem): number =>
    inPlay.reduce((sum, { section }) => sum + (inSection(one, section.code) * section.weight) / weights, 0);
  const low = inPlay.filter(({ section, score }) => score < (floors[section.code] ?? 0));
  return [
    { missing: row.min - total, gain: ofItem(inTotal) },
    ...low.map(({ section: { code }, score }) => ({
      missing: (floors[code] ?? 0) - score,
      gain: ofItem((one) => inSection(one, code)),
    })),
  ];
}

export const isOpen = ({ value }: JudgedItem): boolean => value !== 'conform' && value !== 'not-applicable';

/**
 * Open criticals and open majors beyond what the grade allows.
 * @param criticals how many open criticals the grade bears
 * @param gaps whether a grave item that was not verified is in the way too
 * @param closedSite how many criticals the closed site counts for
 */
export function countNeeds(
  judged: readonly JudgedItem[],
  row: GradeRule,
  { criticals, gaps, closedSite }: { criticals: number; gaps: boolean; closedSite: number },
): readonly Need[] {
  const isCritical = ({ item, value }: JudgedItem): boolean =>
    isGrave(item) && (value === 'nonconform' || (gaps && value === 'not-verified'));
  const isMajor = (one: JudgedItem): boolean => one.item.severity === 'major' && isOpen(one);
  return [
    {
      missing: judged.filter(isCritical).length + closedSite - criticals,
      gain: ({ judged: one }) => (one ? Number(isCritical(one)) : closedSite),
    },
    {
      missing: judged.filter(isMajor).length - (row.maxMajorOpen ?? Infinity),
      gain: ofItem((one) => Number(isMajor(one))),
    },
  ];
}
