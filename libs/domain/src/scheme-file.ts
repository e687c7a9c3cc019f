import type { ChecklistItem, TextLanguage } from './checklist.js';
import type { SchemeContent } from './scheme.js';

/** Which form the file of a scheme has; another form gets another name. */
export const SCHEME_FILE_VERSION = 'selvedge-scheme-1';

/**
 * A draft's content in which the words of one item in one language were reviewed.
 * @param by id of the person, and the local date
 * @returns nothing when the item has no words in that language
 */
export function withReviewedText(
  content: SchemeContent,
  { itemId, language }: { readonly itemId: string; readonly language: TextLanguage },
  by: { readonly reviewedBy: string; readonly reviewedOn: string },
): SchemeContent | undefined {
  const text = content.checklist.items.find(({ id }) => id === itemId)?.texts?.[language];
  if (!text) return undefined;
  const reviewed = (item: ChecklistItem): ChecklistItem => ({
    ...item,
    texts: { ...item.texts, [language]: { ...text, ...by, status: 'reviewed' } },
  });
  const items = content.checklist.items.map((item) => (item.id === itemId ? reviewed(item) : item));
  return { ...content, checklist: { ...content.checklist, items } };
}
