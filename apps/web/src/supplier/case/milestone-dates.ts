import type { LetterSummary, QualificationView } from '#client';

/** What marks the end of a stage, or the day that a stage waits for; its text is `supplier.milestone.<name>`. */
export interface Milestone {
  readonly name: 'begun' | 'visit' | 'assessed' | 'ordered' | 'qualified' | 'until';
  /** An instant or a local date. */
  readonly at: string;
}
type Case = Pick<QualificationView, 'openedAt' | 'audit' | 'validUntil'> & {
  readonly pilots: Readonly<Record<string, { readonly placedAt?: string | undefined }>>;
};

/** The days of a case, in their order: what happened, and what is agreed for later. */
export function milestonesOf(
  { openedAt, audit: { visitDate }, pilots, validUntil }: Case,
  letters: readonly Pick<LetterSummary, 'decidedAt' | 'decisions'>[],
): readonly Milestone[] {
  const decided = (what: LetterSummary['decisions'][number]): string | undefined =>
    letters.find(({ decisions }) => decisions.includes(what))?.decidedAt;
  const [ordered] = Object.values(pilots)
    .flatMap(({ placedAt }) => placedAt ?? [])
    .sort();
  const all: readonly (readonly [Milestone['name'], string | null | undefined])[] = [
    ['begun', openedAt],
    ['visit', visitDate],
    ['assessed', decided('assessment-passed')],
    ['ordered', ordered],
    ['qualified', decided('qualification-granted')],
    ['until', validUntil],
  ];
  return all.flatMap(([name, at]) => (at ? [{ name, at }] : []));
}
