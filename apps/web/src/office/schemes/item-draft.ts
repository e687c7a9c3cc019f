import { INPUT_CATEGORIES, type ChecklistItem, type SchemeContent } from '#domain';
import { isAlike } from './alike.js';

const withItems = (
  content: SchemeContent,
  items: (before: readonly ChecklistItem[]) => readonly ChecklistItem[],
): SchemeContent => ({
  ...content,
  checklist: { ...content.checklist, items: items(content.checklist.items) },
});

/** The content with an item as it was written: in its place, or as the last one when it is new. */
export const withItem = (content: SchemeContent, item: ChecklistItem): SchemeContent =>
  withItems(content, (before) =>
    before.some(({ id }) => id === item.id)
      ? before.map((one) => (one.id === item.id ? item : one))
      : [...before, item],
  );

export const withoutItem = (content: SchemeContent, itemId: string): SchemeContent =>
  withItems(content, (before) => before.filter(({ id }) => id !== itemId));

/** English is the wording that counts. */
const UNWRITTEN = 'To be written';
/** A question that nobody has written yet. */
export const newItem = (id: string, section: string): ChecklistItem => ({
  id,
  section,
  severity: 'minor',
  weight: 1,
  coreProfile: false,
  categories: INPUT_CATEGORIES.map(({ code }) => code),
  question: UNWRITTEN,
  guidance: UNWRITTEN,
  evidence: [],
  references: [],
});

/** Fields that say nothing are left out: an empty condition would hold at every site. */
export function tidy(item: ChecklistItem): ChecklistItem {
  const { askedWhen, severityWhen, evidenceWhen, appliesWhen, appliesNote, safeguarding, texts, ...rest } =
    item;
  const isSaid = (value: object | undefined): boolean => !!value && Object.keys(value).length > 0;
  return {
    ...rest,
    ...(isSaid(askedWhen) && { askedWhen }),
    ...(severityWhen?.length && { severityWhen }),
    ...(evidenceWhen?.length && { evidenceWhen }),
    ...(appliesWhen && { appliesWhen }),
    ...(appliesNote?.trim() && { appliesNote }),
    ...(safeguarding && { safeguarding }),
    ...(isSaid(texts) && { texts }),
  } as ChecklistItem;
}

export const isSame = (one: ChecklistItem, other: ChecklistItem): boolean => isAlike(tidy(one), tidy(other));
