import type { ChecklistItem, ItemText, TextLanguage } from './checklist.js';
import type { SchemeContent } from './scheme.js';

/** Which form the file of a scheme has; another form gets another name. */
export const SCHEME_FILE_VERSION = 'selvedge-scheme-1';

const wordsIn = ({ question, guidance, evidence }: ItemWords): string =>
  JSON.stringify([question, guidance, evidence]);
type ItemWords = Pick<ItemText, 'question' | 'guidance' | 'evidence'>;

/** Whether these words were reviewed as they stand, and of the same English. */
function stillReviewed(
  item: ChecklistItem,
  language: TextLanguage,
  before: ChecklistItem | undefined,
): boolean {
  const [text, was] = [item.texts?.[language], before?.texts?.[language]];
  if (!text || !before || was?.status !== 'reviewed') return false;
  const same = wordsIn(text) === wordsIn(was) && wordsIn(item) === wordsIn(before);
  return same && text.reviewedBy === was.reviewedBy && text.reviewedOn === was.reviewedOn;
}

/**
 * Content as somebody wrote it, in which words are reviewed only where they were before: nobody says so by writing it,
 * and other words, or other English, want another review.
 */
export function withKeptReviews(content: SchemeContent, before?: SchemeContent): SchemeContent {
  const known = new Map(before?.checklist.items.map((item) => [item.id, item]));
  const judged = (item: ChecklistItem, language: TextLanguage): ChecklistItem['texts'] => {
    const text = item.texts?.[language];
    if (!text) return {};
    const { question, guidance, evidence } = text;
    const kept = stillReviewed(item, language, known.get(item.id));
    return { [language]: kept ? text : { question, guidance, evidence, status: 'draft' } };
  };
  const items = content.checklist.items.map((item) =>
    item.texts ? { ...item, texts: { ...judged(item, 'km'), ...judged(item, 'zh') } } : item,
  );
  return { ...content, checklist: { ...content.checklist, items } };
}

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
