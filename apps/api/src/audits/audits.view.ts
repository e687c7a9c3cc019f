import {
  addedItems,
  wordsOf,
  type CaseState,
  type ChecklistItem,
  type OverlayContent,
  type TextLanguage,
} from '#domain';

interface Asked {
  readonly asked: readonly ChecklistItem[];
  readonly overlays: readonly { readonly id: string; readonly content: OverlayContent }[];
  readonly language: TextLanguage | 'en';
}

/** An item with its words in one language; words in other languages stay away. */
const itemView = (item: ChecklistItem, words: ReturnType<typeof wordsOf>, overlayOf: string | null) => ({
  ...item,
  ...{ texts: undefined, evidenceWhen: undefined },
  ...words,
  ...{ informative: item.informative === true, overlayOf },
});

/** The items of a case, and those that overlays add, marked by the buyer that asks them. */
export function checklistView(state: CaseState, { asked, overlays, language }: Asked) {
  const view = (overlayOf: string | null) => (item: ChecklistItem) =>
    itemView(item, wordsOf(item, language), overlayOf);
  const added = (state.overlays ?? []).flatMap(({ overlayId, buyerId }) => {
    const overlay = overlays.find(({ id }) => id === overlayId);
    return overlay ? addedItems(overlay.content, state).map(view(buyerId)) : [];
  });
  return [...asked.map(view(null)), ...added];
}
