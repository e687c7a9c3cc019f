import type { AuditView, FactView } from '#client';

export type Item = AuditView['checklist'][number];
/** An answer as it was handed in. */
export interface Answer {
  readonly value: string;
  readonly reason?: string;
  readonly note?: string;
  readonly evidence?: readonly string[];
}
export interface Answered {
  readonly item: Item;
  /** Absent where nobody had to answer: credited, or carried over from an earlier audit. */
  readonly answer: Answer | undefined;
}
export const SHOWN = ['all', 'findings', 'grave'] as const;
export type Shown = (typeof SHOWN)[number];

const FINDINGS = ['nonconform', 'partial', 'not-verified'];
const GRAVE = ['critical', 'zero-tolerance'];
const fits = ({ item, answer }: Answered, shown: Shown): boolean =>
  shown === 'all' ||
  (shown === 'grave'
    ? GRAVE.includes(item.severity)
    : answer !== undefined && FINDINGS.includes(answer.value));

/** Each item with its answer, in the order of the checklist. */
export function answeredItems(
  checklist: readonly Item[],
  answers: readonly FactView[],
  shown: Shown,
): readonly Answered[] {
  const byItem = new Map(answers.map(({ item, content }) => [item, content as unknown as Answer]));
  return checklist.map((item) => ({ item, answer: byItem.get(item.id) })).filter((one) => fits(one, shown));
}

/** The item so many steps further; the last or first one at the ends. */
export function stepFrom(items: readonly Answered[], id: string | undefined, by: number): string | undefined {
  const at = items.findIndex(({ item }) => item.id === id);
  return items[Math.min(items.length - 1, Math.max(0, at + by))]?.item.id;
}
